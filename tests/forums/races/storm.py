"""Many people who do everything at once in a few topics, at two processes."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from uuid import uuid4

from tests.cast import HOME, Cast, Member
from tests.clients import JSON, Answer, Caller
from tests.running.server_process import Server

WHY = {"clause": "kind", "reason": "It says who people are."}


@dataclass
class Storm:
    """`said` are the ids of all replies that were acknowledged, `refused` what was answered with a server's error."""

    servers: list[Server]
    cast: Cast
    chance: random.Random
    topics: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._callers: dict[tuple[str, str], Caller] = {}
        self._in: dict[str, list[str]] = {}

    async def close(self) -> None:
        await asyncio.gather(*(caller.close() for caller in self._callers.values()))

    async def begin(self, topics: int) -> None:
        """Topics of two residents, with a few replies each."""
        for number in range(topics):
            author = self.residents[number % 2]
            body = {"title": f"Topic {number}", "body": f"Words of topic {number}"}
            answer = await self.call(author, "POST", f"/neighbourhoods/{HOME}/topics", body)
            assert answer.status == 201, answer.text
            self.topics.append(answer.json["id"])
            for _reply in range(3):
                await self.reply(self.topics[-1])

    @property
    def residents(self) -> list[Member]:
        return [self.cast.rosa, self.cast.amir, self.cast.olga]

    @property
    def staff(self) -> list[Member]:
        return [self.cast.ada, self.cast.huw, self.cast.mo]

    async def call(
        self, member: Member, method: str, path: str, body: JSON | None = None, server: Server | None = None
    ) -> Answer:
        """At one of the two, unless it is said at which."""
        url = (server or self.chance.choice(self.servers)).url
        caller = self._callers.setdefault((url, member.token), Caller(url, member.token))
        options = {} if body is None else {"json": body}
        answer = await caller.send(method, f"/api/v1{path}", **options)
        if answer.status == 503:
            # Others were in its way for long, on a machine with much to do: whoever asks again is served.
            await asyncio.sleep(0.5)
            answer = await caller.send(method, f"/api/v1{path}", **options)
        name = f"{method} {path.rpartition('/')[2] if path.count('/') > 2 else path.split('/')[1]} {answer.status}"
        self.counts[name] = self.counts.get(name, 0) + 1
        if answer.status >= 500:
            self.failed.append(f"{name}: {answer.text}")
        return answer

    async def reply(self, topic: str) -> None:
        author = self.chance.choice([*self.residents, self.cast.ada])
        body: JSON = {"body": f"Words {uuid4().hex}", "client_id": str(uuid4())}
        if (before := self._in.get(topic)) and self.chance.random() < 0.4:
            body["reply_to"] = self.chance.choice(before[-5:])
        self._heard(topic, await self.call(author, "POST", f"/topics/{topic}/replies", body))

    async def reply_twice(self, topic: str) -> None:
        """The same at both at once: one reply."""
        author = self.chance.choice(self.residents)
        body: JSON = {"body": f"Twice {uuid4().hex}", "client_id": str(uuid4())}
        path = f"/topics/{topic}/replies"
        answers = await asyncio.gather(
            *(self.call(author, "POST", path, body, server) for server in [*self.servers, *self.servers])
        )
        posted = [answer for answer in answers if answer.status == 201]
        assert len({answer.json["id"] for answer in posted}) <= 1, "it was posted twice"
        if posted:
            self._heard(topic, posted[0])

    def _heard(self, topic: str, answer: Answer) -> None:
        if answer.status == 201:
            self.said.append(answer.json["id"])
            self._in.setdefault(topic, []).append(answer.json["id"])

    async def official(self, topic: str) -> None:
        self._heard(
            topic,
            await self.call(
                self.chance.choice([self.cast.ada, self.cast.huw]), "POST", f"/topics/{topic}/replies",
                {"body": f"For the police {uuid4().hex}", "official": True},
            ),
        )  # fmt: skip

    async def mark(self, _topic: str) -> None:
        method = self.chance.choice(["POST", "DELETE"])
        body: JSON | None = {} if method == "POST" else None
        await self.call(
            self.chance.choice([self.cast.ada, self.cast.huw]), method, f"/replies/{self._any()}/official", body
        )

    async def edit(self, _topic: str) -> None:
        """Two devices of its author's at once."""
        reply = self._any()
        body = {"body": f"Other words {uuid4().hex}", "version": self.chance.choice([1, 1, 2, 3])}
        people = [*self.residents, self.cast.ada]
        await asyncio.gather(*(self.call(one, "PATCH", f"/replies/{reply}", body) for one in people))

    async def withdraw(self, _topic: str) -> None:
        reply = self._any()
        await asyncio.gather(*(self.call(one, "DELETE", f"/replies/{reply}") for one in self.residents))

    async def flag_and_decide(self, _topic: str) -> None:
        """Two moderators at once, about what somebody flagged; one of them may undo it."""
        reply = self._any()
        target = {"target": {"type": "reply", "id": reply}, "reason": "abuse"}
        await self.call(self.cast.olga, "POST", "/flags", target)
        queue = await self.call(self.cast.mo, "GET", "/moderation/queue?limit=100")
        for item in [item for item in queue.json["items"] if item["target"]["id"] == reply]:
            ruling = {"version": item["version"], "action": self.chance.choice(["hide", "none", "hide"]), **WHY}
            path = f"/moderation/items/{item['id']}/decision"
            answers = await asyncio.gather(
                *(self.call(one, "POST", path, ruling) for one in (self.cast.mo, self.cast.dee))
            )
            for answer in [answer for answer in answers if answer.status == 201]:
                if self.chance.random() < 0.5:
                    await self.call(self.cast.mo, "POST", f"/decisions/{answer.json['id']}/undo")

    async def arrange(self, topic: str) -> None:
        action = self.chance.choice(
            ["merge", "merge", "unmerge", "unmerge", "split", "split", "lock", "unlock", "unlock", "pin", "unpin",
             "archive", "unarchive", "unarchive", "move"]
        )  # fmt: skip
        body: JSON = {"action": action, "reason": "The case is in court", "title": "Of its own"}
        body["into"] = self.chance.choice(self.topics)
        body["replies"] = self.chance.sample(self.said, min(2, len(self.said)))
        body["section"] = self.chance.choice(["general", "traffic", "events"])
        answer = await self.call(self.chance.choice(self.staff), "POST", f"/topics/{topic}/arrangement", body)
        if answer.status == 200 and answer.json["topic"] not in self.topics:
            self.topics.append(answer.json["topic"])

    async def solve(self, topic: str) -> None:
        reply = {"reply": self._any()} if self.chance.random() < 0.5 else {}
        method = self.chance.choice(["POST", "DELETE"])
        person = self.chance.choice([*self.residents, self.cast.ada])
        await self.call(person, method, f"/topics/{topic}/solved", reply if method == "POST" else None)

    async def read(self, topic: str) -> None:
        """Two devices, the one behind the other."""
        person = self.chance.choice(self.residents)
        numbers = [self.chance.randint(1, 40) for _device in range(2)]
        await asyncio.gather(
            *(self.call(person, "PUT", f"/topics/{topic}/read", {"number": number}) for number in numbers)
        )

    def _any(self) -> str:
        return self.chance.choice(self.said)

    async def blow_replies(self, replies: int, together: int) -> None:
        """So many replies to the first topic, so many of them at a time."""
        left = list(range(replies))

        async def people() -> None:
            while left:
                left.pop()
                await self.reply(self.topics[0])

        await asyncio.gather(*(people() for _one in range(together)))

    async def blow(self, acts: int, together: int) -> None:
        """So many acts, so many of them at a time."""
        kinds: list[Callable[[str], Awaitable[None]]] = [
            *[self.reply] * 8, *[self.reply_twice] * 2, self.official, self.mark, *[self.edit] * 2, self.withdraw,
            self.flag_and_decide, *[self.arrange] * 4, self.solve, self.read,
        ]  # fmt: skip
        left = [self.chance.choice(kinds) for _act in range(acts)]

        async def people() -> None:
            while left:
                await left.pop()(self.chance.choice(self.topics))

        await asyncio.gather(*(people() for _one in range(together)))

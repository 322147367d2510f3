"""A round in its vote, all addresses around it, and what each reader is answered there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from foundation.permissions import Role
from priorities.ballots.receipts import new_receipt
from priorities.models import Phase
from tests.cast import HOME, Cast, Member, add_member
from tests.clients import Answer
from tests.forums.talk import Talk
from tests.priorities.acting.agreed import agree, did
from tests.priorities.closing.doors import addresses, of_priorities
from tests.priorities.poll import Poll
from tests.rooms_from_outside import plan

Seen = dict[tuple[str, str], str]
_CHANGES = (
    re.compile(r'(name="csrf_token" value|name="csrf-token" content|name="client_id" value|data-lobby-in)="[^"]*"'),
    re.compile(r'made_at[",:]+[\w:.-]+'),
    # The figures of the service: these count who asks here, and what runs by itself.
    re.compile(r'^bluelamp_request_seconds\w+{.*method="(GET|HEAD)".*\n', re.MULTILINE),
    re.compile(r"^bluelamp_(kept_pages|job_runs)_(total|created){.*\n", re.MULTILINE),
)
"""What is another at each look, though nothing happened."""


@dataclass
class Asked:
    """`everywhere` are all addresses, `here` those of priorities; `waiting` can vote and have not."""

    poll: Poll
    round: str
    options: list[str]
    statement: str
    waiting: list[Member]
    everywhere: list[str]
    here: list[str]

    async def seen(self, paths: Iterable[str], *readers: Member | None, method: str = "GET") -> Seen:
        """What each of these is answered at each address: status, ETag, length, words."""
        found = {}
        for member in readers:
            caller = self.poll.house.caller(member)
            for path in paths:
                found[path, member.name if member else "nobody"] = _said(await caller.send(method, path))
        return found

    async def cast_all(self) -> None:
        """Twelve people vote, not all alike, and say what they think of the statement."""
        for number, person in enumerate(self.waiting):
            caller = self.poll.house.caller(person)
            assert (await self.poll.cast_ballot(person, self.round, self.options[: 1 + number % 3])).status == 200
            opinion = {"opinion": ("agree", "disagree", "pass")[number % 3]}
            assert (await caller.put(f"/statements/{self.statement}/opinion", opinion)).status == 204


def _said(answer: Answer) -> str:
    length = "" if answer.text else answer.headers.get("Content-Length")
    return f"{answer.status} {answer.headers.get('ETag', '')} {length} {_lasting(answer.text)}"


def _lasting(words: str) -> str:
    """Without what is another at each look."""
    for each in _CHANGES:
        words = each.sub("", words)
    return words


def changed(before: Seen, after: Seen) -> list[tuple[str, str]]:
    """The doors where something else is answered, and to whom."""
    assert before.keys() == after.keys()
    return [door for door in before if before[door] != after[door]]


async def asked_about(poll: Poll, cast: Cast, talk: Talk) -> Asked:
    """A round that asks for opinions; beside it stand a surgery, a topic, and a priority of earlier."""
    round_id = await poll.begin(Phase.VOTE, opinions=True)
    ada = poll.house.caller(cast.ada)
    statement = (await ada.post(f"/rounds/{round_id}/statements", {"text": "More lamps, please."})).json["id"]
    voters = [Member(f"{letter}voter Jones", Role.RESIDENT, None, (HOME,)) for letter in "ABCDEFGHIJKL"]
    for person in voters:
        await add_member(person)
    options, priority = await poll.options(round_id), await agree()
    ids = {
        "rounds": round_id, "receipts": new_receipt(), "proposals": options[0], "neighbourhoods": HOME,
        "forces": "south-wales", "officers": cast.ada.id, "people": voters[0].id, "priorities": priority,
        "actions": await did(priority, cast.ada.id), "forums": str((await talk.forum())["id"]),
        "surgeries": (await ada.post("/surgeries", plan())).json["id"], "sections": "general", "forum": "general",
        "topics": str((await talk.topic(cast.rosa)).topic_id),
    }  # fmt: skip
    return Asked(poll, round_id, options, statement, voters, addresses(poll.house.app, ids), of_priorities(ids))

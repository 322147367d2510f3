"""A neighbourhood's forum, in which the cast talk and moderators decide by the JSON calls."""

from typing import Any
from uuid import uuid4

from forums.models import Reply, Topic
from forums.places.service import forum_of_neighbourhood
from forums.posting.new import NewReply, NewTopic
from forums.posting.outcomes import Outcome
from forums.posting.service import post_reply, post_topic
from tests.cast import HOME, Cast, Member
from tests.clients import JSON, Answer
from tests.house import House

TITLE, WORDS = "The lamp by the school", "It has been dark for a week"
WHY = {"clause": "kind", "reason": "It says who people are."}


class Talk:
    """The forum of the cast's neighbourhood."""

    def __init__(self, house: House, cast: Cast) -> None:
        self.house, self.cast = house, cast

    async def forum(self) -> JSON:
        return await forum_of_neighbourhood(HOME)

    async def topic(self, author: Member, title: str = TITLE, words: str = WORDS, **more: Any) -> Outcome:
        """A topic in the general section: what became of it."""
        return await self.topic_in(await self.forum(), author, title, words, **more)

    async def topic_in(
        self, forum: JSON, author: Member, title: str = TITLE, words: str = WORDS, **more: Any
    ) -> Outcome:
        """The same in another forum (its row)."""
        new = NewTopic(str(uuid4()), title, words, **more)
        return await post_topic(self.house.app, author.viewer, forum["id"], new)

    async def reply(self, author: Member, topic: str | None, words: str = "I saw it too", **more: Any) -> Outcome:
        return await post_reply(self.house.app, author.viewer, str(topic), NewReply(str(uuid4()), words, **more))

    async def row(self, reply: str | None) -> Reply:
        return await Reply.get(id=str(reply))

    async def topic_row(self, topic: str | None) -> Topic:
        return await Topic.get(id=str(topic))

    async def numbers(self, topic: str | None) -> list[tuple[int | None, str]]:
        """Every reply of a topic that was ever shown: its number and its words."""
        rows = await Reply.filter(topic_id=str(topic)).exclude(number=None).order_by("number")
        return [(row.number, row.body) for row in rows]

    async def replies(self, topic: str | None) -> list[Reply]:
        """The same, whole."""
        return await Reply.filter(topic_id=str(topic)).exclude(number=None).order_by("number")

    async def shown(self, path: str | None, member: Member | None = None) -> str:
        """The page of a topic as somebody reads it; empty where they find none."""
        answer = await self.house.page(f"/topics/{path}", member)
        return answer.text if answer.status == 200 else ""

    async def flag(self, member: Member, type_: str, id_: str | None, reason: str = "abuse") -> Answer:
        target = {"target": {"type": type_, "id": id_}, "reason": reason}
        return await self.house.caller(member).post("/flags", target)

    async def item(self, target: str | None, moderator: Member) -> JSON:
        """The open item about a topic or reply, as the queue shows it."""
        answer = await self.house.caller(moderator).get("/moderation/queue?limit=100")
        assert answer.status == 200, answer.text
        [item] = [each for each in answer.json["items"] if each["target"]["id"] == target]
        return dict(item)

    async def waits(self, target: str | None, moderator: Member) -> bool:
        answer = await self.house.caller(moderator).get("/moderation/queue?limit=100")
        return target in [each["target"]["id"] for each in answer.json["items"]]

    async def decide(self, moderator: Member, target: str | None, action: str, **more: Any) -> JSON:
        """A decision about the open item of a topic or reply that must be granted."""
        item = await self.item(target, moderator)
        body = {"version": item["version"], "action": action, **WHY, **more}
        answer = await self.house.caller(moderator).post(f"/moderation/items/{item['id']}/decision", body)
        assert answer.status == 201, answer.text
        return dict(answer.json)

    async def undo(self, moderator: Member, decision: JSON) -> Answer:
        return await self.house.caller(moderator).post(f"/decisions/{decision['id']}/undo")

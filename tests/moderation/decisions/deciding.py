"""Something that Rosa said, held or flagged in a room, and what moderators decide about it by the JSON calls."""

from typing import Any
from uuid import uuid4

from tests.cast import Member
from tests.clients import JSON, Answer
from tests.rooms_from_outside import Room, Seat

WORDS = "The lamp by the school has been dark for a week"
WHY = {"clause": "kind", "reason": "It says who people are."}


class Desk:
    """A room, and what is decided about what is said in it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.house = room.house

    async def held(self, author: Member, words: str = WORDS) -> str:
        """The id of words that wait for a moderator."""
        host = await self.room.enter(self.room.host)
        await host.ok("set_mode", mode="premoderated")
        said = await (await self.room.enter(author)).say(words)
        assert said["status"] == "held"
        return str(said["id"])

    async def flagged(self, author: Member, flagger: Member, words: str = WORDS, reason: str = "abuse") -> str:
        """The id of published words that somebody flagged."""
        said = await (await self.room.enter(author)).say(words)
        assert said["status"] == "published"
        await (await self.room.enter(flagger)).ok("flag_message", id=said["id"], reason=reason)
        return str(said["id"])

    async def item(self, message: str, moderator: Member) -> JSON:
        """The open item about a message, as the queue shows it."""
        answer = await self.house.caller(moderator).get("/moderation/queue?limit=100")
        assert answer.status == 200, answer.text
        [item] = [each for each in answer.json["items"] if each["target"]["id"] == message]
        return dict(item)

    async def waits(self, message: str, moderator: Member) -> bool:
        """Whether an item about a message is open."""
        answer = await self.house.caller(moderator).get("/moderation/queue?limit=100")
        return message in [each["target"]["id"] for each in answer.json["items"]]

    async def decide(self, moderator: Member, item: JSON, action: str, **more: Any) -> Answer:
        """Decide about an item as it was read."""
        body = {"version": item["version"], "action": action, **WHY, **more}
        return await self.house.caller(moderator).post(f"/moderation/items/{item['id']}/decision", body)

    async def decided(self, moderator: Member, message: str, action: str, **more: Any) -> JSON:
        """A decision about a message that must be granted."""
        answer = await self.decide(moderator, await self.item(message, moderator), action, **more)
        assert answer.status == 201, answer.text
        return dict(answer.json)

    async def undo(self, moderator: Member, decision: JSON) -> Answer:
        return await self.house.caller(moderator).post(f"/decisions/{decision['id']}/undo")

    async def appeal(self, author: Member, decision: JSON, text: str = "I meant the lamp") -> Answer:
        return await self.house.caller(author).post(f"/decisions/{decision['id']}/appeal", {"text": text})

    async def shown(self, message: str) -> str | None:
        """The words of a message as anybody gets them now, None where there are none."""
        said = [entry["data"] for entry in await self.room.log() if entry["data"].get("id") == message]
        return next((data["body"] for data in said if data.get("body") is not None), None)

    async def place_in_log(self, message: str) -> int:
        """Where a message was posted in the room's log."""
        posted = [entry for entry in await self.room.log() if entry["kind"] == "message_posted"]
        return next(int(entry["seq"]) for entry in posted if entry["data"]["id"] == message)

    async def told(self, person: Member) -> list[str]:
        """The sentences of somebody's notices about decisions, newest first."""
        notices = (await self.house.caller(person).get("/notices")).json["notices"]
        return [each["sentence"] for each in notices if each["kind"] in ("decision", "appeal")]

    async def refusal(self, seat: Seat, words: str = "Hello again") -> JSON:
        """The error with which somebody is kept from writing."""
        return dict((await seat.send("send_message", body=words, client_id=str(uuid4())))["error"])

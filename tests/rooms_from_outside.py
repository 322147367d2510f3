"""A surgery's room as people meet it: entered over a live connection, talked in, read."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from foundation import clock
from tests.cast import HOME, Member
from tests.clients import JSON, Live
from tests.house import House


def plan(**changes: Any) -> JSON:
    """A surgery that could be scheduled: in an hour, for an hour, in Rosa's neighbourhood."""
    soon = clock.now().replace(second=0, microsecond=0) + timedelta(hours=1)
    times = {"starts_at": clock.rfc3339(soon), "ends_at": clock.rfc3339(soon + timedelta(hours=1))}
    return {"neighbourhood": HOME, "title": "Bikes and street lights", **times, **changes}


class Room:
    """One surgery's room in a house."""

    def __init__(self, house: House, surgery: JSON, host: Member) -> None:
        self.house = house
        self.id = str(surgery["id"])
        self.host = host

    async def beside(self) -> "Room":
        """Another open surgery of the same host."""
        answer = await self.house.caller(self.host).post("/surgeries", plan(title="Another evening"))
        assert answer.status == 201, answer.text
        other = Room(self.house, answer.json, self.host)
        await other.act("open")
        return other

    async def act(self, verb: str, member: Member | None = None) -> JSON:
        """Open, close or cancel it; gives the surgery."""
        answer = await self.house.caller(member or self.host).post(f"/surgeries/{self.id}/{verb}")
        assert answer.status == 200, answer.text
        return dict(answer.json)

    async def enter(self, member: Member | None = None, after: int = 0, token: str | None = None) -> "Seat":
        """Somebody comes in; gives their seat, which knows what they saw on entering."""
        live = await self.house.live(member, token=token)
        return Seat(self, live, await live.ok("enter", room=self.id, after=after))

    async def log(self, after: int = 0, member: Member | None = None) -> list[JSON]:
        """The log by the JSON call, as anybody gets it."""
        answer = await self.house.caller(member).get(f"/surgeries/{self.id}/events?after={after}&limit=500")
        assert answer.status == 200, answer.text
        return list(answer.json["events"])

    async def last_seq(self) -> int:
        return int((await self.house.caller().get(f"/surgeries/{self.id}")).json["last_seq"])


class Seat:
    """Somebody in a room. `entered` is the acknowledgement of their entering."""

    def __init__(self, room: Room, live: Live, entered: JSON) -> None:
        self.room = room
        self.live = live
        self.entered = entered

    async def send(self, event: str, **data: Any) -> JSON:
        """An event about this room, granted or refused."""
        return await self.live.emit(event, {"room": self.room.id, **data})

    async def ok(self, event: str, **data: Any) -> JSON:
        """An event about this room that must be granted."""
        return await self.live.ok(event, room=self.room.id, **data)

    async def refused(self, event: str, **data: Any) -> str:
        """The code with which an event about this room is refused."""
        return str((await self.live.refused(event, room=self.room.id, **data))["code"])

    async def say(self, body: str, **more: Any) -> JSON:
        """Say something that must be taken; gives the acknowledgement."""
        return await self.ok("send_message", client_id=str(uuid4()), body=body, **more)

    async def ask(self, body: str) -> str:
        """Ask a question; gives its id."""
        return str((await self.say(body, kind="question"))["id"])

    async def hear(self, kind: str, **about: Any) -> JSON:
        """The first entry of the log of this kind about these things."""
        return await self.live.wait_for(kind, **about)

    async def events(self, after: int = 0) -> list[JSON]:
        """The log by `catch_up`."""
        return list((await self.ok("catch_up", after=after))["events"])

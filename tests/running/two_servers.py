"""Two servers of one database and one Redis, and an open room of PC Ada Okafor's."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from foundation.settings import Settings
from tests.cast import Cast, Member
from tests.clients import JSON, Caller, Live
from tests.rooms_from_outside import plan
from tests.running.server_process import Server, running_server


@dataclass
class TwoServers:
    """Both servers, the room's id, and who is connected to either."""

    one: Server
    other: Server
    room: str
    lives: list[Live]

    async def enter(self, server: Server, member: Member) -> Live:
        """Somebody comes into the room by one of the servers; they leave when the test is over."""
        live = Live()
        self.lives.append(live)
        await live.connect(server.url, {"token": member.token})
        await live.ok("enter", room=self.room, after=0)
        return live

    async def both(self, member: Member) -> tuple[Live, Live]:
        """The same person in a tab on each."""
        return await self.enter(self.one, member), await self.enter(self.other, member)

    async def log(self, member: Member) -> list[JSON]:
        """The log as the second server has it."""
        caller = Caller(self.other.url, member.token)
        answer = await caller.get(f"/surgeries/{self.room}/events?after=0&limit=500")
        await caller.close()
        return list(answer.json["events"])


@asynccontextmanager
async def two_servers(
    settings: Settings, cast: Cast, redis_url: str, folder: Path, **variables: str
) -> AsyncIterator[TwoServers]:
    """Run both with these variables of the environment, and open the room."""
    variables |= {"BLUELAMP_REDIS_URL": redis_url}
    with (
        running_server(settings=settings, folder=folder, **variables) as one,
        running_server(settings=settings, folder=folder, **variables) as other,
    ):
        pair = TwoServers(one, other, await _open_room(one, cast.ada), [])
        yield pair
        await asyncio.gather(*(live.close() for live in pair.lives))


async def _open_room(server: Server, host: Member) -> str:
    caller = Caller(server.url, host.token)
    room = str((await caller.post("/surgeries", plan())).json["id"])
    assert (await caller.post(f"/surgeries/{room}/open")).status == 200
    await caller.close()
    return room

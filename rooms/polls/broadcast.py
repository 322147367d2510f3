"""What a room's screens are told of its polls beside the log."""

from functools import partial
from typing import Any

from aiohttp import web

from rooms.polls.tallies import tallied
from rooms.pulsing import tell_soon

JSON = dict[str, Any]


async def votes_counted(app: web.Application, room_id: str, poll: JSON) -> None:
    """How many picked what by now: to everybody in the room, at most twice a second."""
    tell_soon(app, "poll_votes", f"room:{room_id}", partial(_counts, room_id, poll))


async def _counts(room_id: str, poll: JSON) -> JSON:
    [tally] = await tallied([poll])
    return {"room": room_id, "poll": tally["id"], **{name: tally[name] for name in ("counts", "paper", "people")}}

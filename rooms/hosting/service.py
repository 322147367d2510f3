"""Who is kept out of a room, and that they are out of it in every process."""

from datetime import timedelta
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation import clock
from moderation.decisions.bans_service import put_out_banned
from rooms.hosting import store
from rooms.hosting.outranking import out_of_reach
from rooms.hosting.putting_out import put_out
from rooms.standing import Standing

JSON = dict[str, Any]
_LOOKS_BACK = timedelta(seconds=10)
"""Longer than a tick, and than the clocks of two machines may differ."""


async def put_out_removed(app: web.Application) -> None:
    """Take people off the rooms that they were removed from in another process: the rows tell within a second."""
    since = clock.now() - _LOOKS_BACK
    for room_id, person_id in await store.removed_since(since):
        await put_out(app, room_id, person_id)
    await put_out_banned(app, since)


async def restrictions_in(standing: Standing) -> list[JSON]:
    """Who is silenced or removed here now, newest first: `{person, kind, until, may_end}`, the last for this viewer."""
    rows = await store.restrictions_in(standing.room_id)
    kept = await out_of_reach(standing.viewer.role, rows)
    people = await persons({row.person_id for row in rows})
    return [
        {"person": people[row.person_id], "kind": row.kind, "until": row.until, "may_end": row not in kept}
        for row in rows
    ]

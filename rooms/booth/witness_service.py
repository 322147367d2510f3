"""A child talks with two officers who are there, or a supervisor may read it: from the moment that one is not.

Rows tell who is there, for the two may be connected to different processes. Where it is not certain, it is kept.
"""

from collections.abc import Collection
from datetime import timedelta

from aiohttp import web

from foundation import clock
from foundation.permissions import Role, Viewer
from rooms.booth import broadcast
from rooms.booth import witness_store as store
from rooms.log import append
from rooms.presence import PRESENCE
from rooms.standing import Standing
from rooms.writing import Change, Tell, write

_UNSEEN_AFTER = timedelta(seconds=60)
"""Some ticks long, and long enough to write an answer on a page without scripts."""


async def officer_came(app: web.Application, standing: Standing) -> None:
    """An officer is in the booth. With a child, nothing is recorded once two are there before anybody said a word."""
    booth_id = standing.room_id
    if not standing.is_host or not standing.is_open:
        return
    await store.set_seen(booth_id, [str(standing.viewer.id)])
    if not await store.is_recorded_with_a_child(booth_id) or await store.has_words(booth_id):
        return
    if await _two_are_there(booth_id):
        await write(app, booth_id, lambda: recorded(booth_id, False))


async def officer_gone(app: web.Application, viewer: Viewer, room_ids: Collection[str]) -> None:
    """A connection of somebody's to these rooms has ended; where it was an officer's last in a booth, they are gone."""
    if viewer.role != Role.OFFICER:
        return
    gone = [room_id for room_id in room_ids if viewer.id not in app[PRESENCE].people(room_id)]
    for booth_id in await store.watched_booths(gone) if gone else []:
        await store.set_gone(booth_id, str(viewer.id))
        await _keep_watch(app, booth_id)


async def mind_witnesses(app: web.Application) -> None:
    """Note who is there, and record where one was lost with their process; may run in every process at once."""
    for booth_id in await store.watched_booths():
        if people := app[PRESENCE].people(booth_id):
            await store.set_seen(booth_id, people)
        await _keep_watch(app, booth_id)


async def recorded(booth_id: str, keep: bool) -> Change[None]:
    """Inside a transaction: from now on it is kept for a supervisor, or it is not; both are told where that is new."""
    if not await store.set_recorded(booth_id, keep):
        return Change(None)
    row = await append(booth_id, "booth_recorded" if keep else "booth_witnessed")
    return Change(None, rows=[row], tell=[_changed(booth_id)])


async def _keep_watch(app: web.Application, booth_id: str) -> None:
    if not await _two_are_there(booth_id):
        await write(app, booth_id, lambda: recorded(booth_id, True))


async def _two_are_there(booth_id: str) -> bool:
    return await store.count_present(booth_id, clock.now() - _UNSEEN_AFTER) > 1


def _changed(booth_id: str) -> Tell:
    return lambda app: broadcast.booth_changed(app, booth_id)

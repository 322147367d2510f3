"""Leaving a booth in a hurry, and asking for it again."""

from datetime import timedelta

from aiohttp import web

from foundation import clock
from foundation.fanout import unsubscribe
from foundation.permissions import Viewer
from rooms.booth import broadcast, store
from rooms.presence import PRESENCE

_LOOKS_BACK = timedelta(seconds=10)
"""Longer than a tick, and than the clocks of two machines may differ."""


async def leave_quickly(app: web.Application, viewer: Viewer, booth_id: str) -> None:
    """The quick exit: nothing shows the booth again until its resident asks for it. Refuses nobody, tells nothing."""
    booth = await store.find_booth(booth_id)
    if booth is None or not viewer.signed_in or booth["resident_id"] != viewer.id:
        return
    if await store.set_left(booth_id):
        await broadcast.resident_left(app, booth_id)
    await put_out(app, booth_id, str(viewer.id))


async def come_back(viewer: Viewer) -> str | None:
    """The id of the conversation that somebody asks to see again, an open one first; None where there is none."""
    booth = await store.last_of(str(viewer.id)) if viewer.signed_in else None
    if booth is None:
        return None
    await store.set_back(booth["id"])
    return str(booth["id"])


async def put_out_left(app: web.Application) -> None:
    """Take off their booths, in this process, who left them in another."""
    for booth_id, resident in await store.left_since(clock.now() - _LOOKS_BACK):
        await put_out(app, booth_id, resident)


async def put_out(app: web.Application, booth_id: str, person: str) -> None:
    await unsubscribe(app, f"person:{person}", [f"room:{booth_id}", f"staff:{booth_id}"])
    app[PRESENCE].put_out(booth_id, person)

"""A private conversation: begun, shown to who is in it, and ended."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from aiohttp import web

from accounts.people import persons
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.errors import Conflict
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from rooms.booth import store
from rooms.booth.models import BoothKind
from rooms.booth.policy import access_booth, access_open_booth
from rooms.booth.rows import booth_row
from rooms.booth.store import NewBooth
from rooms.booth.told import door_moved
from rooms.log import append, last_seq
from rooms.queue.calls import tell_officers
from rooms.queue.store import set_done
from rooms.standing import Standing
from rooms.writing import Change, write

JSON = dict[str, Any]
_FORGOTTEN_AFTER = timedelta(hours=12)


@dataclass(frozen=True)
class Places:
    """Where a connection to a booth is counted: unseen ones nowhere; others also in the surgery they come from.

    There a number that fell by one when the door says "with someone" would tell who it is.
    """

    unseen: bool
    also_in: str | None


async def add_opened(new: NewBooth) -> str:
    """Begin a conversation inside the caller's transaction; gives its id. With a child, its log says it is recorded."""
    booth_id = await store.add_booth(new)
    await append(booth_id, "booth_opened")
    if new.recorded:
        await append(booth_id, "booth_recorded")
    return booth_id


async def booth_room(standing: Standing) -> JSON:
    """A booth as its screens get it: `hosts` are the officers who can read it, all of them."""
    booth = await booth_row(standing.room_id)
    officers = await store.officers_of(standing.room_id)
    people = await persons(officers)
    return {
        "id": standing.room_id,
        "kind": "booth",
        "status": standing.room["status"],
        "mode": standing.room["mode"],
        "hosts": [people[officer] for officer in officers],
        "recorded": booth["recorded"],
        "last_seq": await last_seq(standing.room_id),
    }


async def places_of(standing: Standing) -> Places:
    """Where somebody who comes into a booth is counted."""
    booth = await booth_row(standing.room_id)
    if standing.is_host:
        return Places(unseen=False, also_in=booth["surgery_id"])
    return Places(unseen=booth["kind"] == BoothKind.WHISPER, also_in=booth["surgery_id"] if booth["counted"] else None)


async def resident_spoke(app: web.Application, booth_id: str) -> None:
    """The surgery's officers, who may be looking at its room, see that somebody waits for an answer."""
    tell_officers(app, (await booth_row(booth_id))["surgery_id"])


async def close_booth(app: web.Application, viewer: Viewer, booth_id: str) -> None:
    """End a conversation, as its officer or its resident: either may, at any time."""
    standing = await access_open_booth(viewer, booth_id)
    # Nothing that a resident does here stands in the audit: it would say that they were here.
    await _close(app, booth_id, viewer if standing.is_host else None)


async def close_forgotten(app: web.Application) -> None:
    """End what nobody ended, so that its words are not kept for ever."""
    for booth_id in await store.open_since_before(clock.now() - _FORGOTTEN_AFTER):
        with suppress(Conflict):  # another process was first, and the rest are to be ended all the same
            await _close(app, booth_id, None)


async def access_shown(viewer: Viewer, booth_id: str) -> tuple[Standing, JSON]:
    """A booth with its row, for its page; raises NotFound."""
    standing = await access_booth(viewer, booth_id)
    return standing, await booth_row(booth_id)


async def _close(app: web.Application, booth_id: str, officer: Viewer | None) -> None:
    purge_at = clock.now() + timedelta(days=app[SETTINGS].booth_days)

    async def work() -> Change[None]:
        row = await append(booth_id, "booth_closed")
        if not await store.set_closed(booth_id, purge_at):
            raise Conflict(_("This conversation has ended already."))
        await set_done(booth_id)
        if officer is not None:
            await _audit(officer, booth_id, "booth.close")
        return Change(None, rows=[row], tell=[await door_moved(booth_id)])

    await write(app, booth_id, work)


async def _audit(viewer: Viewer, booth_id: str, act: str, details: dict[str, object] | None = None) -> None:
    await add_entry(act=act, actor=viewer, subject_type="booth", subject_id=booth_id, details=details)

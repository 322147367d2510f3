"""A private conversation: begun, joined by a second officer, ended; left in a hurry, and asked for again."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from aiohttp import web

from accounts.people import officers_of, persons
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.errors import Conflict, NotFound
from foundation.fanout import unsubscribe
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from notices.service import noticed, notify
from rooms.booth import broadcast, store
from rooms.booth.models import BoothKind
from rooms.booth.policy import access_booth, access_open_booth, access_open_booth_to_serve
from rooms.booth.store import NewBooth
from rooms.booth.witness_service import recorded
from rooms.log import append, last_seq
from rooms.presence import PRESENCE
from rooms.queue.calls import tell_officers
from rooms.queue.store import set_done
from rooms.queue.telling_service import tell_queue
from rooms.standing import Standing
from rooms.writing import Change, Tell, write

JSON = dict[str, Any]
_LOOKS_BACK = timedelta(seconds=10)
"""Longer than a tick, and than the clocks of two machines may differ."""
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
    booth = await _row(standing.room_id)
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
    booth = await _row(standing.room_id)
    if standing.is_host:
        return Places(unseen=False, also_in=booth["surgery_id"])
    return Places(unseen=booth["kind"] == BoothKind.WHISPER, also_in=booth["surgery_id"] if booth["counted"] else None)


async def resident_spoke(app: web.Application, booth_id: str) -> None:
    """The surgery's officers, who may be looking at its room, see that somebody waits for an answer."""
    tell_officers(app, (await _row(booth_id))["surgery_id"])


async def call_in(app: web.Application, viewer: Viewer, booth_id: str, officer: str) -> None:
    """Ask a colleague in, as an officer of the booth. Raises NotFound for who is no officer of the neighbourhood."""
    standing = await access_open_booth_to_serve(viewer, booth_id)
    if officer not in {person["id"] for person in await colleagues_for(standing)}:
        raise NotFound(_("Choose an officer who serves this neighbourhood."))

    async def work() -> Change[None]:
        row = await append(booth_id, "officer_joined", subject_id=officer)
        await store.add_officer(booth_id, officer)
        await _audit(viewer, booth_id, "booth.call_in", {"officer": officer})
        path, key = f"/booths/{booth_id}", f"booth:{booth_id}:{officer}:{row.seq}"
        ask = lambda: _("A colleague asks you to come into a conversation now.")  # noqa: E731
        await notify(officer, NoticeKind.BOOTH, ask, path, key=key, urgent=True)
        return Change(None, rows=[row], tell=[noticed(officer), _changed(booth_id), await _door_moved(booth_id)])

    await write(app, booth_id, work)


async def colleagues_for(standing: Standing) -> list[JSON]:
    """The officers who could be called into a booth."""
    inside = await store.officers_of(standing.room_id)
    return [person for person in await officers_of(standing.room["neighbourhood_id"]) if person["id"] not in inside]


async def step_out(app: web.Application, viewer: Viewer, booth_id: str) -> None:
    """Leave a booth to the other officer; the last one ends it instead. Raises Conflict for them."""
    await access_open_booth_to_serve(viewer, booth_id)
    officer = str(viewer.id)

    async def work() -> Change[None]:
        row = await append(booth_id, "officer_left", subject_id=officer)
        await store.remove_officer(booth_id, officer)
        if not await store.officers_of(booth_id):
            raise Conflict(_("You are the only officer here. End the conversation instead."))
        await _audit(viewer, booth_id, "booth.step_out")
        booth = await _row(booth_id)
        alone = booth["young"] and len(await store.officers_of(booth_id)) < 2
        more = (await recorded(booth_id, True)).rows if alone else []
        return Change(None, rows=[row, *more], tell=[_changed(booth_id), await _door_moved(booth_id)])

    await write(app, booth_id, work)
    await _put_out(app, booth_id, officer)


async def close_booth(app: web.Application, viewer: Viewer, booth_id: str) -> None:
    """End a conversation, as its officer or its resident: either may, at any time."""
    standing = await access_open_booth(viewer, booth_id)
    # Nothing that a resident does here stands in the audit: it would say that they were here.
    await _close(app, booth_id, viewer if standing.is_host else None)


async def close_forgotten(app: web.Application) -> None:
    """End what nobody ended, so that its words are not kept for ever."""
    for booth_id in await store.open_since_before(clock.now() - _FORGOTTEN_AFTER):
        await _close(app, booth_id, None)


async def leave_quickly(app: web.Application, viewer: Viewer, booth_id: str) -> None:
    """The quick exit: nothing shows the booth again until its resident asks for it. Refuses nobody, tells nothing."""
    booth = await store.find_booth(booth_id)
    if booth is None or not viewer.signed_in or booth["resident_id"] != viewer.id:
        return
    if await store.set_left(booth_id):
        await broadcast.resident_left(app, booth_id)
    await _put_out(app, booth_id, str(viewer.id))


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
        await _put_out(app, booth_id, resident)


async def access_shown(viewer: Viewer, booth_id: str) -> tuple[Standing, JSON]:
    """A booth with its row, for its page; raises NotFound."""
    standing = await access_booth(viewer, booth_id)
    return standing, await _row(booth_id)


async def _close(app: web.Application, booth_id: str, officer: Viewer | None) -> None:
    purge_at = clock.now() + timedelta(days=app[SETTINGS].booth_days)

    async def work() -> Change[None]:
        row = await append(booth_id, "booth_closed")
        if not await store.set_closed(booth_id, purge_at):
            raise Conflict(_("This conversation has ended already."))
        await set_done(booth_id)
        if officer is not None:
            await _audit(officer, booth_id, "booth.close")
        return Change(None, rows=[row], tell=[await _door_moved(booth_id)])

    await write(app, booth_id, work)


async def _put_out(app: web.Application, booth_id: str, person: str) -> None:
    await unsubscribe(app, f"person:{person}", [f"room:{booth_id}", f"staff:{booth_id}"])
    app[PRESENCE].put_out(booth_id, person)


async def _row(booth_id: str) -> JSON:
    booth = await store.find_booth(booth_id)
    if booth is None:
        raise NotFound(_("There is no such room."))
    return booth


def _changed(booth_id: str) -> Tell:
    return lambda app: broadcast.booth_changed(app, booth_id)


async def _door_moved(booth_id: str) -> Tell:
    """The surgery reads anew on its door whether an officer is free."""
    surgery_id = (await _row(booth_id))["surgery_id"]

    async def told(app: web.Application) -> None:
        tell_queue(app, surgery_id)

    return told


async def _audit(viewer: Viewer, booth_id: str, act: str, details: dict[str, object] | None = None) -> None:
    await add_entry(act=act, actor=viewer, subject_type="booth", subject_id=booth_id, details=details)

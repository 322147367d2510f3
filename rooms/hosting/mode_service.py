"""Who may speak in a room: its mode."""

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Viewer
from moderation.content import Also
from rooms.hosting import store
from rooms.log import append
from rooms.models import Mode
from rooms.policy import access_room_to_moderate
from rooms.writing import Change, write

_SLOW_SECONDS = 30
_SLOWEST = 3600


async def set_mode(app: web.Application, viewer: Viewer, room_id: str, mode: Mode, seconds: int | None = None) -> int:
    """Set who may speak; `seconds` between a person's messages in slow mode (30 when not given). Gives `seq`."""
    await access_room_to_moderate(viewer, room_id)
    pace = check_pace(mode, seconds)

    async def work() -> Change[int]:
        row = await append(room_id, "mode_changed", data={"mode": mode, "seconds": pace})
        await store.set_mode(room_id, mode, pace)
        details: dict[str, object] = {"mode": mode, "seconds": pace}
        await add_entry(act="room.mode", actor=viewer, subject_type="room", subject_id=room_id, details=details)
        return Change(row.seq, rows=[row])

    return await write(app, room_id, work)


async def set_lock(app: web.Application, room_id: str, *, locked: bool, also: Also) -> int | None:
    """Let nobody but staff write, or have the room's mode of before again; gives `seq` where that is a change.

    In one transaction with `also`, which writes down who decided it; whoever calls has checked that they may.
    """

    async def work() -> Change[int | None]:
        was, seconds = await store.mode_of(room_id)
        if locked == (was == Mode.LOCKED):
            return Change(None, tell=await also())
        mode, pace = (Mode.LOCKED, None) if locked else await store.mode_before_lock(room_id)
        before = {"was": was, "was_seconds": seconds} if locked else {}
        row = await append(room_id, "mode_changed", data={"mode": mode, "seconds": pace, **before})
        await store.set_mode(room_id, mode, pace)
        return Change(row.seq, rows=[row], tell=await also())

    return await write(app, room_id, work)


def check_pace(mode: Mode, seconds: int | None) -> int | None:
    """The seconds of a mode: None but for slow mode. Raises Invalid outside of 1 second to 1 hour."""
    if mode != Mode.SLOW:
        return None
    pace = _SLOW_SECONDS if seconds is None else seconds
    if not 1 <= pace <= _SLOWEST:
        raise Invalid.at("seconds", _("Choose between 1 second and 1 hour."))
    return pace

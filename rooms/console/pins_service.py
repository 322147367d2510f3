"""The notice on top of a room, and key moments in its log."""

from aiohttp import web

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.cleaning import cleaned_line
from foundation.errors import Conflict, Invalid
from foundation.ids import is_id, new_id
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import check_text, rendered
from moderation.sealed.service import check_unsealed
from rooms.console import store
from rooms.log import append
from rooms.policy import access_room_to_moderate
from rooms.writing import Change, write

LONGEST_PIN = 500
LONGEST_LABEL = 120


async def pin_notice(app: web.Application, viewer: Viewer, room_id: str, source: str) -> tuple[str, int]:
    """Put a notice on top of the room, in the place of the one before; gives its id and `seq`.

    By the room's staff, also before it opens and after it closed. Raises NotAllowed, Invalid.
    """
    standing = await access_room_to_moderate(viewer, room_id)
    text = check_text(source, "text")
    await check_unsealed(app, standing.room["force_id"], text, field="text")
    if len(text) > LONGEST_PIN:
        raise Invalid.at("text", _("Use at most %(most)s characters.", most=LONGEST_PIN))
    html, pin_id = await rendered(text), new_id()

    async def work() -> Change[tuple[str, int]]:
        row = await append(room_id, "notice_pinned", subject_id=pin_id)
        await store.add_pin(pin_id, room_id, text, html, str(viewer.id), clock.now())
        await add_entry(act="pin.add", actor=viewer, subject_type="pin", subject_id=pin_id)
        return Change((pin_id, row.seq), rows=[row])

    return await write(app, room_id, work)


async def unpin_notice(app: web.Application, viewer: Viewer, room_id: str, pin_id: str) -> int:
    """Take the notice off: its words are gone everywhere. Gives `seq`. Raises NotAllowed, Conflict."""
    await access_room_to_moderate(viewer, room_id)

    async def work() -> Change[int]:
        row = await append(room_id, "notice_unpinned", subject_id=pin_id)
        if not is_id(pin_id) or not await store.end_pin(room_id, pin_id):
            raise Conflict(_("This notice is not pinned any more."))
        await add_entry(act="pin.remove", actor=viewer, subject_type="pin", subject_id=pin_id)
        return Change(row.seq, rows=[row])

    return await write(app, room_id, work)


async def mark_moment(app: web.Application, viewer: Viewer, room_id: str, label: str = "") -> tuple[str, int]:
    """Mark this place of the log, with a label or none; gives the mark's id and `seq`. Raises NotAllowed, Invalid."""
    standing = await access_room_to_moderate(viewer, room_id)
    line = cleaned_line(label[: 10 * LONGEST_LABEL])
    if len(line) > LONGEST_LABEL:
        raise Invalid.at("label", _("Use at most %(most)s characters.", most=LONGEST_LABEL))
    await check_unsealed(app, standing.room["force_id"], line, field="label")
    moment_id = new_id()

    async def work() -> Change[tuple[str, int]]:
        row = await append(room_id, "moment_marked", subject_id=moment_id)
        await store.add_moment(moment_id, room_id, line, str(viewer.id), clock.now())
        await add_entry(act="moment.mark", actor=viewer, subject_type="moment", subject_id=moment_id)
        return Change((moment_id, row.seq), rows=[row])

    return await write(app, room_id, work)


async def withdraw_moment(app: web.Application, viewer: Viewer, room_id: str, moment_id: str) -> int:
    """Take a mark back, with its label; gives `seq`. Raises NotAllowed, Conflict."""
    await access_room_to_moderate(viewer, room_id)

    async def work() -> Change[int]:
        row = await append(room_id, "moment_withdrawn", subject_id=moment_id)
        if not is_id(moment_id) or not await store.end_moment(room_id, moment_id):
            raise Conflict(_("This mark has been taken back already."))
        await add_entry(act="moment.withdraw", actor=viewer, subject_type="moment", subject_id=moment_id)
        return Change(row.seq, rows=[row])

    return await write(app, room_id, work)

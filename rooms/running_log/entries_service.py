"""Entries of a running log: written, mended, taken down. Everybody who follows sees it at once."""

from functools import partial
from typing import Any

from aiohttp import web
from tortoise.exceptions import IntegrityError

from foundation import clock
from foundation.audit.entries import add_entry as add_audit
from foundation.errors import Conflict, NotFound
from foundation.ids import is_id, new_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.explanations import check_explanation
from moderation.sealed.service import check_unsealed
from rooms.log import append
from rooms.running_log import store
from rooms.running_log.drafts import EntryDraft
from rooms.running_log.models import EntryState
from rooms.running_log.policy import access_log_to_keep, access_log_to_write
from rooms.running_log.prepared import check_alt, checked_draft, entry_columns, picture_columns
from rooms.running_log.telling import entries_shown
from rooms.writing import Change, write

JSON = dict[str, Any]


async def write_entry(
    app: web.Application, viewer: Viewer, log_id: str, client_id: str, draft: EntryDraft, picture: bytes = b""
) -> str:
    """Write what happened; gives the entry's id. The same author and `client_id` again: the same entry.

    Raises NotAllowed, Closed, Invalid (a field, or words that screening asks about first), Unavailable.
    """
    await access_log_to_write(viewer, log_id)
    if before := await store.find_by_client_id(log_id, str(viewer.id), client_id):
        return before
    checked = await checked_draft(app, log_id, draft)
    columns = await picture_columns(app, viewer, checked, picture)
    values = await entry_columns(checked)
    fixed = {"room_id": log_id, "author_id": str(viewer.id), "client_id": client_id}
    try:
        return await write(app, log_id, partial(_add, viewer, log_id, fixed | values, columns))
    except IntegrityError:
        # Sent twice at once: the first one won.
        if first := await store.find_by_client_id(log_id, str(viewer.id), client_id):
            return first
        raise


async def change_entry(
    app: web.Application,
    viewer: Viewer,
    log_id: str,
    entry_id: str,
    draft: EntryDraft,
    picture: bytes = b"",
    *,
    without: bool = False,
) -> None:
    """Mend an entry, which is marked as revised; `without`: its picture is taken away. Raises what writing does."""
    shown = await access_entry_to_keep(viewer, log_id, entry_id)
    checked = await checked_draft(app, log_id, draft)
    if shown["picture"] and not without:
        check_alt(checked)
    columns = await picture_columns(app, viewer, checked, picture)
    values = await entry_columns(checked)

    async def work() -> Change[None]:
        row = await append(log_id, "entry_changed", subject_id=entry_id)
        if not await store.set_entry(entry_id, text_seq=row.seq, edited_at=clock.now(), **values):
            raise Conflict(_("This entry was taken down meanwhile."))
        await _set_picture(entry_id, columns, checked.alt, without=without)
        await _audit(viewer, "log.change", entry_id)
        return Change(None, rows=[row])

    await write(app, log_id, work)


async def take_down_entry(app: web.Application, viewer: Viewer, log_id: str, entry_id: str, reason: str) -> None:
    """Take an entry and its picture from every screen; raises NotAllowed, NotFound, Invalid (no reason), Conflict."""
    await access_entry_to_keep(viewer, log_id, entry_id)
    reason = check_explanation(reason)
    await check_unsealed(app, (await access_log_to_keep(viewer, log_id)).room["force_id"], reason, field="reason")

    async def work() -> Change[None]:
        row = await append(log_id, "entry_hidden", subject_id=entry_id)
        if not await store.set_entry(entry_id, state=EntryState.HIDDEN):
            raise Conflict(_("This entry was taken down already."))
        await _audit(viewer, "log.hide", entry_id, reason)
        return Change(None, rows=[row])

    await write(app, log_id, work)


async def check_may_write(viewer: Viewer, log_id: str) -> None:
    """Before a byte of a picture is read; raises NotFound, NotAllowed."""
    await access_log_to_keep(viewer, log_id)


async def access_entry_to_keep(viewer: Viewer, log_id: str, entry_id: str) -> JSON:
    """An entry that is shown, for who keeps the log; raises NotAllowed, NotFound."""
    await access_log_to_keep(viewer, log_id)
    row = await store.find_entry(log_id, entry_id) if is_id(entry_id) else None
    if row is None or row["state"] != EntryState.PUBLISHED:
        raise NotFound(_("There is no such entry, or it was taken down."))
    [shown] = await entries_shown([row])
    return shown | {"moment": row["at"]}


async def _add(viewer: Viewer, log_id: str, values: JSON, picture: JSON) -> Change[str]:
    entry_id = new_id()
    row = await append(log_id, "entry_added", subject_id=entry_id, words=True)
    await store.add_entry(entry_id, values | {"posted_seq": row.seq, "text_seq": row.seq})
    if picture:
        await store.set_picture(entry_id, picture)
    await _audit(viewer, "log.write", entry_id)
    return Change(entry_id, rows=[row])


async def _set_picture(entry_id: str, columns: JSON, alt: str, *, without: bool) -> None:
    if columns:
        await store.set_picture(entry_id, columns)
    elif without:
        await store.remove_picture(entry_id)
    else:
        await store.set_alt(entry_id, alt)


async def _audit(viewer: Viewer, act: str, entry_id: str, reason: str = "") -> None:
    await add_audit(act=act, actor=viewer, subject_type="log_entry", subject_id=entry_id, reason=reason)

"""Putting other words and figures in the place of those that an action had."""

from functools import partial
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.errors import Conflict
from foundation.language import _
from foundation.permissions import Viewer
from priorities.acting import store
from priorities.acting.action_entries import add_action_entry
from priorities.acting.action_rows import lock_under_way, read_action
from priorities.acting.action_words import Written, partner_of, written_of
from priorities.acting.drafts import ActionDraft
from priorities.acting.finding import priority_changed
from priorities.acting.moderated_words import ACTION
from priorities.acting.policy import access_action_to_change, check_may_edit, check_under_way
from priorities.acting.screening import not_kept
from priorities.pictures.service import PICTURES
from priorities.screening import seen_to
from priorities.writing import Change, write

JSON = dict[str, Any]


async def edit_action(app: web.Application, viewer: Viewer, action_id: str, draft: ActionDraft) -> JSON:
    """Put other words and figures in the place of one’s own; gives its row.

    Raises NotFound, NotAllowed, Invalid, Warned, Conflict: by `version`, with what stands there now.
    """
    row, action = await access_action_to_change(viewer, action_id)
    check_may_edit(viewer, action)
    check_under_way(row)
    partner = await partner_of(viewer, draft)
    written = await written_of(app, viewer, row, draft, before=action["body"])
    if written.screened.verdict.held:
        raise not_kept()
    written.columns.update(partner)
    return await write(app, partial(_edit, app, viewer, action_id, draft.version, written))


async def _edit(app: web.Application, viewer: Viewer, action_id: str, version: int, written: Written) -> Change[JSON]:
    action = await read_action(action_id)
    row = await lock_under_way(action["priority_id"])
    action = await read_action(action_id)
    check_may_edit(viewer, action)
    if action["version"] != version:
        raise Conflict(
            _("Somebody else has just changed this. Look again."),
            details={"version": action["version"], "body": action["body"]},
        )
    await store.set_action(action_id, version, edited_at=clock.now(), **written.columns)
    await PICTURES.attach(str(viewer.id), written.pictures, (ACTION, action_id), written.seen)
    await store.set_priority(row["id"], row["version"])
    words = {"before": _words_of(action), "after": _words_of(written.columns)}
    await add_action_entry(viewer, "edit", action_id, row["id"], personal=words)
    await priority_changed(row["id"])
    tell = await seen_to(app, ACTION, action_id, version + 1, written.screened)
    return Change(await read_action(action_id), priorities=[row["id"]], tell=tell)


def _words_of(columns: JSON) -> JSON:
    return {name: columns[name] for name in ("body", "partner", "figures")} | {"done_on": str(columns["done_on"] or "")}

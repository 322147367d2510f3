"""Saying what was done about a priority."""

from datetime import date
from functools import partial
from typing import Any

from aiohttp import web
from tortoise.exceptions import IntegrityError

from foundation import clock
from foundation.errors import Conflict
from foundation.ids import new_id
from foundation.language import _
from foundation.permissions import Viewer
from priorities.acting import store
from priorities.acting.action_entries import add_action_entry
from priorities.acting.action_rows import lock_under_way, read_action, rounds_of
from priorities.acting.action_words import Written, partner_of, written_of
from priorities.acting.drafts import ActionDraft
from priorities.acting.finding import priority_changed
from priorities.acting.models import Action
from priorities.acting.moderated_words import ACTION
from priorities.acting.next_days import bring_day
from priorities.acting.policy import access_priority_to_act, check_under_way
from priorities.acting.telling_service import tell_action
from priorities.pictures.service import PICTURES
from priorities.policy import keeps
from priorities.screening import left_to_review
from priorities.writing import Change, Tell, write

JSON = dict[str, Any]


async def post_action(app: web.Application, viewer: Viewer, priority_id: str, draft: ActionDraft) -> JSON:
    """Say what was done; gives its row, whose `state` is `held` where a moderator reads it first.

    The same `client_id` again gives the same row. Raises NotFound, NotAllowed, Invalid, Warned, Conflict.
    """
    row = await access_priority_to_act(viewer, priority_id)
    if before := await _sent_before(viewer, priority_id, draft.client_id):
        return before
    check_under_way(row)
    partner = await partner_of(viewer, draft)
    written = await written_of(app, viewer, row, draft)
    written.columns.update(partner, client_id=draft.client_id)
    try:
        return await write(app, partial(_add, app, viewer, priority_id, written, draft.next_update_on))
    except IntegrityError:
        # The other of two clicks was first.
        if before := await _sent_before(viewer, priority_id, draft.client_id):
            return before
        raise


async def _sent_before(viewer: Viewer, priority_id: str, client_id: str) -> JSON | None:
    before = await store.find_by_client_id(priority_id, client_id)
    if before and before["author_id"] != viewer.id:
        raise Conflict(_("This was sent under an id that is used already. Send it again."))
    return before


async def _add(
    app: web.Application, viewer: Viewer, priority_id: str, written: Written, following: date | None
) -> Change[JSON]:
    row = await lock_under_way(priority_id)
    action_id, held = new_id(), written.screened.verdict.held
    await Action.create(
        id=action_id,
        priority_id=priority_id,
        author_id=viewer.id,
        state="held" if held else "published",
        created_at=clock.now(),
        **written.columns,
    )
    await PICTURES.attach(str(viewer.id), written.pictures, (ACTION, action_id), written.seen)
    moved = await bring_day(row, action_id, following if keeps(viewer, row) else None, shown=not held)
    await add_action_entry(viewer, "post", action_id, priority_id, moved=moved)
    tell: list[Tell] = [*await left_to_review(app, ACTION, action_id, written.screened)]
    if not held:
        tell += await tell_action(row, action_id, viewer.id)
        await priority_changed(priority_id)
    return Change(await read_action(action_id), priorities=[priority_id], rounds=rounds_of(row), tell=tell)

"""Saying what was done about a priority, changing that, and taking it back."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from aiohttp import web
from tortoise.exceptions import IntegrityError

from accounts.people import person
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.cleaning import cleaned_line
from foundation.errors import Conflict, Invalid
from foundation.ids import new_id
from foundation.language import _
from foundation.permissions import Role, Viewer
from foundation.text import rendered
from moderation.passing.screened import Screened
from priorities.acting import store
from priorities.acting.drafts import ActionDraft
from priorities.acting.finding import priority_changed
from priorities.acting.models import Action
from priorities.acting.moderated_words import ACTION
from priorities.acting.next_days import bring_day, take_day_back
from priorities.acting.policy import (
    access_action_to_change,
    access_priority_to_act,
    check_may_edit,
    check_under_way,
    no_action,
)
from priorities.acting.priority_rows import find_action, lock_priority
from priorities.acting.screening import not_kept, screened_for_team
from priorities.acting.telling_service import tell_action
from priorities.pictures.service import PICTURES
from priorities.policy import keeps
from priorities.screening import left_to_review, seen_to
from priorities.writing import Change, Tell, write

JSON = dict[str, Any]


@dataclass(frozen=True)
class _Written:
    """What goes into the row, what its pictures show in words, and what screening said of all of it."""

    columns: JSON
    pictures: tuple[str, ...]
    seen: str
    screened: Screened


async def post_action(app: web.Application, viewer: Viewer, priority_id: str, draft: ActionDraft) -> JSON:
    """Say what was done; gives its row, whose `state` is `held` where a moderator reads it first.

    The same `client_id` again gives the same row. Raises NotFound, NotAllowed, Invalid, Warned, Conflict.
    """
    row = await access_priority_to_act(viewer, priority_id)
    if before := await _sent_before(viewer, priority_id, draft.client_id):
        return before
    check_under_way(row)
    partner = await _partner(viewer, draft)
    written = await _written(app, viewer, row, draft)
    written.columns.update(partner, client_id=draft.client_id)
    try:
        return await write(app, partial(_add, app, viewer, priority_id, written, draft.next_update_on))
    except IntegrityError:
        # The other of two clicks was first.
        if before := await _sent_before(viewer, priority_id, draft.client_id):
            return before
        raise


async def edit_action(app: web.Application, viewer: Viewer, action_id: str, draft: ActionDraft) -> JSON:
    """Put other words and figures in the place of one’s own; gives its row.

    Raises NotFound, NotAllowed, Invalid, Warned, Conflict: by `version`, with what stands there now.
    """
    action, row = await access_action_to_change(viewer, action_id)
    check_may_edit(viewer, action)
    check_under_way(row)
    partner = await _partner(viewer, draft)
    written = await _written(app, viewer, row, draft, before=action["body"])
    if written.screened.verdict.held:
        raise not_kept()
    written.columns.update(partner)
    return await write(app, partial(_edit, app, viewer, action_id, draft.version, written))


async def withdraw_action(app: web.Application, viewer: Viewer, action_id: str, reason: str = "") -> str:
    """Take an action back, one’s own or a colleague’s; gives the id of its priority.

    Raises NotFound, NotAllowed, Invalid (without a reason for what somebody else wrote), Conflict.
    """
    action, row = await access_action_to_change(viewer, action_id)
    check_under_way(row)
    why = cleaned_line(reason[:300])
    if not why and action["author_id"] != viewer.id:
        raise Invalid.at("reason", _("Say why you take back what somebody else wrote."))
    return await write(app, partial(_withdraw, viewer, action_id, row["id"], why))


async def _sent_before(viewer: Viewer, priority_id: str, client_id: str) -> JSON | None:
    before = await store.find_by_client_id(priority_id, client_id)
    if before and before["author_id"] != viewer.id:
        raise Conflict(_("This was sent under an id that is used already. Send it again."))
    return before


async def _partner(viewer: Viewer, draft: ActionDraft) -> JSON:
    """For whom a partner acts is the record’s to say, and nobody else’s."""
    if viewer.role is not Role.PARTNER:
        return {"partner": draft.partner, "partner_by_record": False}
    record = (await person(str(viewer.id)))["partner"]
    return {"partner": str(record["organisation"]) if record else "", "partner_by_record": True}


async def _written(
    app: web.Application, viewer: Viewer, row: JSON, draft: ActionDraft, before: str | None = None
) -> _Written:
    seen = await PICTURES.words_of(str(viewer.id), draft.pictures)
    words = f"{draft.words}\n{seen}".strip()
    screened = await screened_for_team(app, viewer, row, words, confirm=draft.confirm, before=before)
    columns = {"body": draft.body, "figures": list(draft.figures), "done_on": draft.done_on}
    return _Written(columns | {"html": await rendered(draft.body)}, draft.pictures, seen, screened)


async def _add(
    app: web.Application, viewer: Viewer, priority_id: str, written: _Written, following: date | None
) -> Change[JSON]:
    row = await _locked(priority_id)
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
    await _add_entry(viewer, "post", action_id, priority_id, moved=moved)
    tell: list[Tell] = [*await left_to_review(app, ACTION, action_id, written.screened)]
    if not held:
        tell += await tell_action(row, action_id, viewer.id)
        await priority_changed(priority_id)
    return Change(await _read(action_id), priorities=[priority_id], rounds=_rounds(row), tell=tell)


async def _edit(app: web.Application, viewer: Viewer, action_id: str, version: int, written: _Written) -> Change[JSON]:
    action = await _read(action_id)
    row = await _locked(action["priority_id"])
    action = await _read(action_id)
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
    await _add_entry(viewer, "edit", action_id, row["id"], personal=words)
    await priority_changed(row["id"])
    tell = await seen_to(app, ACTION, action_id, version + 1, written.screened)
    return Change(await _read(action_id), priorities=[row["id"]], tell=tell)


async def _withdraw(viewer: Viewer, action_id: str, priority_id: str, reason: str) -> Change[str]:
    row = await _locked(priority_id)
    action = await _read(action_id)
    read = {"withdrawn_at": clock.now()} if action["state"] == "published" else {}
    await store.set_action(action_id, action["version"], state="withdrawn", **read)
    await PICTURES.remove_of([action_id], ACTION)
    moved = await take_day_back(row, action)
    await _add_entry(viewer, "withdraw", action_id, priority_id, reason, moved)
    await priority_changed(priority_id)
    return Change(priority_id, priorities=[priority_id], rounds=_rounds(row))


async def _add_entry(
    viewer: Viewer, act: str, action_id: str, priority_id: str, reason: str = "", moved: JSON | None = None,
    personal: JSON | None = None,
) -> None:  # fmt: skip
    details: JSON = {"priority": priority_id, **(moved or {})}
    await add_entry(
        act=f"action.{act}", actor=viewer, subject_type=ACTION, subject_id=action_id, reason=reason, details=details,
        personal=personal,
    )  # fmt: skip


def _words_of(columns: JSON) -> JSON:
    return {name: columns[name] for name in ("body", "partner", "figures")} | {"done_on": str(columns["done_on"] or "")}


async def _locked(priority_id: str) -> JSON:
    row = await lock_priority(priority_id)
    if row is None:
        raise no_action()
    check_under_way(row)
    return row


async def _read(action_id: str) -> JSON:
    action = await find_action(action_id)
    if action is None or action["state"] == "withdrawn":
        raise no_action()
    return action


def _rounds(row: JSON) -> list[str]:
    return [row["round_id"]] if row["round_id"] else []

"""Taking back what was said to be done about a priority."""

from functools import partial

from aiohttp import web

from foundation import clock
from foundation.cleaning import cleaned_line
from foundation.errors import Invalid
from foundation.language import _
from foundation.permissions import Viewer
from priorities.acting import store
from priorities.acting.action_entries import add_action_entry
from priorities.acting.action_rows import lock_under_way, read_action, rounds_of
from priorities.acting.finding import priority_changed
from priorities.acting.moderated_words import ACTION
from priorities.acting.next_days import take_day_back
from priorities.acting.policy import access_action_to_change, check_under_way
from priorities.pictures.service import PICTURES
from priorities.writing import Change, write


async def withdraw_action(app: web.Application, viewer: Viewer, action_id: str, reason: str = "") -> str:
    """Take an action back, one’s own or a colleague’s; gives the id of its priority.

    Raises NotFound, NotAllowed, Invalid (without a reason for what somebody else wrote), Conflict.
    """
    row, action = await access_action_to_change(viewer, action_id)
    check_under_way(row)
    why = cleaned_line(reason[:300])
    if not why and action["author_id"] != viewer.id:
        raise Invalid.at("reason", _("Say why you take back what somebody else wrote."))
    return await write(app, partial(_withdraw, viewer, action_id, row["id"], why))


async def _withdraw(viewer: Viewer, action_id: str, priority_id: str, reason: str) -> Change[str]:
    row = await lock_under_way(priority_id)
    action = await read_action(action_id)
    read = {"withdrawn_at": clock.now()} if action["state"] == "published" else {}
    await store.set_action(action_id, action["version"], state="withdrawn", **read)
    await PICTURES.remove_of([action_id], ACTION)
    moved = await take_day_back(row, action)
    await add_action_entry(viewer, "withdraw", action_id, priority_id, reason, moved)
    await priority_changed(priority_id)
    return Change(priority_id, priorities=[priority_id], rounds=rounds_of(row))

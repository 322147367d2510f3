"""Saying that a priority which came from elsewhere is not worked on any more. One of a round its neighbours judge."""

from functools import partial
from typing import Any

from aiohttp import web

from foundation import clock
from foundation.audit.entries import add_entry
from foundation.cleaning import cleaned_line
from foundation.errors import Conflict, Invalid
from foundation.language import _
from foundation.permissions import Viewer
from priorities.acting import store
from priorities.acting.finding import priority_changed
from priorities.acting.models import Status
from priorities.acting.moderating.rewording_service import worded_anew
from priorities.acting.policy import access_priority_to_keep, may_be_closed
from priorities.acting.priority_rows import find_priority, lock_priority
from priorities.acting.screening import not_kept, screened_for_team
from priorities.acting.telling_service import tell_closed
from priorities.writing import Change, write

JSON = dict[str, Any]
LONGEST_REASON = 500


async def close_priority(app: web.Application, viewer: Viewer, priority_id: str, reason: str) -> JSON:
    """Close an imported one, with a reason that everybody reads; gives its row. It never counts as met.

    Raises NotFound, NotAllowed, Invalid (no reason), Conflict (it was agreed here, or is over already).
    """
    row = await access_priority_to_keep(viewer, priority_id)
    _check(row)
    why = cleaned_line(reason[: 4 * LONGEST_REASON])
    if not why or len(why) > LONGEST_REASON:
        raise Invalid.at(
            "reason", _("Say in up to %(most)s characters why it is not worked on any more.", most=LONGEST_REASON)
        )
    if (await screened_for_team(app, viewer, row, why, confirm=True)).verdict.held:
        raise not_kept()
    return await write(app, partial(_close, viewer, priority_id, why))


async def _close(viewer: Viewer, priority_id: str, why: str) -> Change[JSON]:
    row = await lock_priority(priority_id) or {}
    _check(row)
    changes: JSON = {"status": Status.CLOSED, "status_since": clock.now(), "closed_why": why}
    changes |= {"kept_version": row["kept_version"] + 1, "worded_by_id": str(viewer.id)}
    await store.set_priority(priority_id, row["version"], **changes)
    await add_entry(
        act="priority.close", actor=viewer, subject_type="priority", subject_id=priority_id, reason=why
    )  # fmt: skip
    await priority_changed(priority_id)
    tell = [*await tell_closed(row, str(viewer.id)), *await worded_anew([priority_id])]
    return Change(await find_priority(priority_id) or {}, priorities=[priority_id], tell=tell)


def _check(row: JSON) -> None:
    if not may_be_closed(row):
        raise Conflict(
            _("Only what came from the records of the force is closed here. What was agreed here neighbours judge.")
        )

"""Who answers for a priority, what they promise, and by when they say more: kept by its staff, in public."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from aiohttp import web

from accounts.people import officers_of
from accounts.ranks import check_rank
from foundation import clock
from foundation.audit.entries import add_entry
from foundation.errors import Conflict, Invalid
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.lengths import check_line
from foundation.permissions import Viewer
from priorities.acting import store
from priorities.acting.drafts import before_and_after, check_next_update
from priorities.acting.finding import priority_changed
from priorities.acting.models import Status
from priorities.acting.moderating.rewording_service import worded_anew
from priorities.acting.policy import access_priority_to_keep, check_shown, check_under_way
from priorities.acting.priority_rows import find_priority, lock_priority
from priorities.acting.screening import not_kept, screened_for_team
from priorities.acting.telling_service import tell_promise
from priorities.writing import Change, write

JSON = dict[str, Any]
LONGEST_ROLE = 80
LONGEST_PROMISE = 500
_WORDS = ("owner_role", "owner_rank", "promise")
"""What somebody wrote, and may name somebody."""


@dataclass(frozen=True)
class Keeping:
    """`role` and `rank` answer for it, whoever holds the post; `owner` is the id of who does now, or empty.

    `version` is the `kept_version` that was read: what is done about a priority meanwhile is in nobody’s way.
    """

    role: str
    rank: str
    owner: str
    promise: str
    next_update_on: date | None
    version: int


async def keep_priority(app: web.Application, viewer: Viewer, priority_id: str, keeping: Keeping) -> JSON:
    """Say who answers for it, what they promise and by when they say more; gives its row.

    Raises NotFound, NotAllowed, Invalid, Warned, Conflict (by `version`, with what stands there now).
    """
    row = await access_priority_to_keep(viewer, priority_id)
    check_under_way(row)
    check_shown(row)
    kept = await _checked(app, row, keeping)
    screened = await screened_for_team(app, viewer, row, f"{kept.role}\n{kept.promise}", confirm=True)
    if screened.verdict.held:
        raise not_kept()
    return await write(app, partial(_keep, viewer, priority_id, kept))


async def _checked(app: web.Application, row: JSON, keeping: Keeping) -> Keeping:
    role = check_line(keeping.role, LONGEST_ROLE, "owner_role")
    promise = check_line(keeping.promise, LONGEST_PROMISE, "promise")
    if not role:
        raise Invalid.at("owner_role", _("Say which post answers for it, such as neighbourhood team sergeant."))
    if keeping.owner and keeping.owner not in {each["id"] for each in await officers_of(row["neighbourhood_id"])}:
        raise Invalid.at("owner", _("Choose an officer who serves this neighbourhood."))
    if row["status"] == Status.OPEN and keeping.next_update_on is None:
        raise Invalid.at("next_update_on", _("Say by which day you will tell people more."))
    if keeping.next_update_on != row["next_update_on"]:
        check_next_update(keeping.next_update_on, clock.today_in(app[SETTINGS].time_zone))
    return replace(keeping, role=role, promise=promise, rank=_rank(keeping.rank))


def _rank(given: str) -> str:
    if not given.strip():
        return ""
    try:
        return check_rank(given)
    except Invalid as wrong:
        raise Invalid.at("owner_rank", wrong.message) from None


async def _keep(viewer: Viewer, priority_id: str, kept: Keeping) -> Change[JSON]:
    row = await lock_priority(priority_id) or {}
    check_under_way(row)
    check_shown(row)
    if row["kept_version"] != kept.version:
        raise Conflict(
            _("Somebody else has just changed this. Look again."), details={"kept_version": row["kept_version"]}
        )
    columns: JSON = {
        "owner_role": kept.role,
        "owner_rank": kept.rank,
        "owner_id": kept.owner or None,
        "promise": kept.promise,
        "next_update_on": kept.next_update_on,
    }
    more = {"kept_version": row["kept_version"] + 1, "worded_by_id": str(viewer.id)}
    await store.set_priority(priority_id, row["version"], **columns, **more)
    changes = {name: before_and_after(row[name], value) for name, value in columns.items() if row[name] != value}
    await add_entry(
        act="priority.keep",
        actor=viewer,
        subject_type="priority",
        subject_id=priority_id,
        details={name: change for name, change in changes.items() if name not in _WORDS},
        personal={name: change for name, change in changes.items() if name in _WORDS},
    )
    await priority_changed(priority_id)
    promised = row["promise"] != kept.promise or row["next_update_on"] != kept.next_update_on
    tell = await tell_promise(row, row["version"], str(viewer.id)) if promised else []
    tell += await worded_anew([priority_id])
    found = await find_priority(priority_id) or {}
    return Change(found, priorities=[priority_id], rounds=[row["round_id"]] if row["round_id"] else [], tell=tell)

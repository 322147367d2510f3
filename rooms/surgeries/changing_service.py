"""Changing a surgery, moving it and calling it off, until it opens. Those who count on it are told."""

from dataclasses import asdict
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.errors import Conflict
from foundation.language import _
from foundation.permissions import Viewer
from moderation.sealed.service import check_unsealed
from notices.kinds import NoticeKind
from rooms.log import append
from rooms.models import Status
from rooms.policy import access_room_to_host
from rooms.surgeries import changes_store, sentences
from rooms.surgeries.attendants import tell_attendants
from rooms.surgeries.hosts import able_hosts as hosts_of
from rooms.surgeries.plans import Plan, check_plan
from rooms.surgeries.reasons import check_reason
from rooms.surgeries.sealed_words import check_plan_unsealed
from rooms.surgeries.service import access_row, access_surgery
from rooms.writing import Change, Tell, write

__all__ = [
    "access_surgery_to_change",
    "called_off",
    "cancel_surgery",
    "change_surgery",
    "changed",
    "hosts_of",
    "plan_of",
]

JSON = dict[str, Any]


async def access_surgery_to_change(viewer: Viewer, surgery_id: str) -> JSON:
    """A surgery's row for one of its hosts; raises NotAllowed for everybody else."""
    await access_room_to_host(viewer, surgery_id)
    return await access_row(surgery_id)


async def change_surgery(
    app: web.Application, viewer: Viewer, surgery_id: str, changes: JSON, reason: str = ""
) -> JSON:
    """Change a surgery, as a host, until it is open; `changes` are members of a Plan, `reason` is why it moves.

    Raises NotAllowed, Conflict (it has opened, or was called off), Invalid.
    """
    row = await access_surgery_to_change(viewer, surgery_id)
    plan = check_plan(Plan(**(asdict(plan_of(row)) | changes)))
    why = check_reason(reason)
    await check_plan_unsealed(app, row["room__force_id"], plan)
    await check_unsealed(app, row["room__force_id"], why or "", field="reason")
    await write(app, surgery_id, lambda: changed(viewer, row, plan, why, alone=True))
    return await access_surgery(surgery_id)


async def cancel_surgery(app: web.Application, viewer: Viewer, surgery_id: str, reason: str = "") -> JSON:
    """Call a surgery off before it opens, as a host; the reason stands on its page."""
    standing = await access_room_to_host(viewer, surgery_id)
    why = check_reason(reason)
    await check_unsealed(app, standing.room["force_id"], why or "", field="reason")
    if standing.room["status"] != Status.CANCELLED:
        row = await access_row(surgery_id)
        await write(app, surgery_id, lambda: called_off(viewer, row, why))
    return await access_surgery(surgery_id)


def plan_of(row: JSON) -> Plan:
    """What is planned now."""
    members = Plan.__dataclass_fields__.keys() - {"mode"}
    return Plan(mode=row["room__mode"], **{name: row[name] for name in members})


async def changed(
    viewer: Viewer, row: JSON, plan: Plan, why: str | None, *, alone: bool, told: frozenset[str] = frozenset()
) -> Change[None]:
    """The rows of a change, and who is told; inside a transaction.

    `alone`: not because all of its series changes. `told`: those who know already.
    """
    before = plan_of(row)
    if not await changes_store.set_plan(row["id"], plan, ZoneInfo(row["time_zone"])):
        raise Conflict(_("This surgery is no longer waiting to open, so it can’t be changed."))
    given = [name for name, value in vars(plan).items() if value != getattr(before, name)]
    if given:
        await _audit(viewer, row["id"], "surgery.change", why, {"changed": sorted(given)})
    if not {"starts_at", "ends_at"} & set(given):
        return Change(None)
    await changes_store.set_moved(row["id"], before.starts_at, why, alone=alone)
    entry = await append(row["id"], "surgery_moved", subject_id=row["id"])
    return Change(
        None, rows=[entry], tell=await _tell_moved(row | {"title": plan.title}, plan, {str(viewer.id), *told})
    )


async def called_off(viewer: Viewer, row: JSON, why: str | None, *, told: frozenset[str] = frozenset()) -> Change[None]:
    """The rows of a cancellation, and who is told; inside a transaction. `told`: those who know already."""
    if not await changes_store.set_cancelled(row["id"], why):
        raise Conflict(_("Only a surgery that has not opened yet can be cancelled."))
    await _audit(viewer, row["id"], "surgery.cancelled", why, {})
    entry = await append(row["id"], "surgery_cancelled", subject_id=row["id"])
    tell = await tell_attendants(
        row, NoticeKind.DATE_CHANGED, sentences.cancelled(row), key="cancelled", but={str(viewer.id), *told}
    )
    return Change(None, rows=[entry], tell=tell)


async def _tell_moved(row: JSON, plan: Plan, told: set[str]) -> list[Tell]:
    key = f"moved:{row['sequence'] + 1}"
    sentence = sentences.moved(row, plan.starts_at)
    return await tell_attendants(row, NoticeKind.DATE_CHANGED, sentence, key=key, but=told)


async def _audit(viewer: Viewer, id_: str, act: str, why: str | None, details: dict[str, object]) -> None:
    await add_entry(
        act=act, actor=viewer, subject_type="surgery", subject_id=id_, reason=why or "", details=details
    )  # fmt: skip

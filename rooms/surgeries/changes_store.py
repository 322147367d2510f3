"""Every change to a surgery that waits to open."""

from datetime import datetime
from zoneinfo import ZoneInfo

from rooms.models import Room, Status, Surgery
from rooms.surgeries.columns import revised, times_of
from rooms.surgeries.plans import Plan, described


async def set_plan(surgery_id: str, plan: Plan, zone: ZoneInfo) -> bool:
    """Change what was planned; False when the surgery is no longer only scheduled."""
    if not await Room.filter(id=surgery_id, status=Status.SCHEDULED).update(mode=plan.mode):
        return False
    await Surgery.filter(id=surgery_id).update(**described(plan), **times_of(plan, zone), **revised())
    return True


async def set_moved(surgery_id: str, before: datetime, reason: str | None, *, alone: bool) -> None:
    """Note from when it was moved and why. `alone`: it, and not all of its series, which moves it no more."""
    fresh = {"host_seen_at": None, "host_late_at": None, "host_absent_at": None, "move_reason": reason}
    await Surgery.filter(id=surgery_id).update(**fresh, **({"moved_from": before} if alone else {}))


async def set_cancelled(surgery_id: str, reason: str | None) -> bool:
    """Call it off; False where it is not only scheduled any more."""
    if not await Room.filter(id=surgery_id, status=Status.SCHEDULED).update(status=Status.CANCELLED):
        return False
    await Surgery.filter(id=surgery_id).update(cancel_reason=reason, **revised())
    return True

"""Columns of a surgery that are set together."""

from typing import Any
from zoneinfo import ZoneInfo

from tortoise.expressions import F

from foundation import clock
from rooms.surgeries.plans import Plan
from rooms.surgeries.times import local_of

JSON = dict[str, Any]


def times_of(plan: Plan, zone: ZoneInfo) -> JSON:
    """Those that say when it is: moments, and the local times that people agreed on."""
    return {
        "starts_at": plan.starts_at,
        "ends_at": plan.ends_at,
        "local_start": local_of(plan.starts_at, zone),
        "local_end": local_of(plan.ends_at, zone),
        "time_zone": zone.key,
    }


def revised() -> JSON:
    """What every change of a date's time, title, place or status sets too: calendars that copied it take it anew."""
    return {"sequence": F("sequence") + 1, "changed_at": clock.now()}

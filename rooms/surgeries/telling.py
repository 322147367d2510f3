"""What the log says of a surgery that was moved or called off: as its row has it now."""

from collections.abc import Collection, Mapping
from typing import Any

from foundation.clock import rfc3339
from rooms.models import Surgery

JSON = dict[str, Any]
CHANGES = ("surgery_moved", "surgery_cancelled")
"""The kinds of entry that this tells of."""


async def told_of_surgeries(ids: Collection[str]) -> Mapping[str, JSON]:
    """By its id: `{starts_at, ends_at, time_zone, move_reason, cancel_reason}`, where it stands now and why."""
    columns = ("id", "starts_at", "ends_at", "time_zone", "move_reason", "cancel_reason")
    rows = await Surgery.filter(id__in=list(ids)).values(*columns)
    times = ("starts_at", "ends_at")
    return {row.pop("id"): row | {name: rfc3339(row[name]) for name in times} for row in rows}

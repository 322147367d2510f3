"""Every query of the calendar."""

from typing import Any

from tortoise.expressions import Q

from rooms.calendar.asked import Asked
from rooms.models import Surgery
from rooms.surgeries.hosts import held_by

JSON = dict[str, Any]
FIELDS = (
    "id", "title", "kind", "topic", "place", "access_notes", "online", "neighbourhood_id", "starts_at", "ends_at",
    "time_zone", "sequence", "created_at", "changed_at", "moved_from", "move_reason", "cancel_reason", "room__status",
)  # fmt: skip


async def dates(asked: Asked, most: int) -> list[JSON]:
    """The dates asked for as rows with FIELDS, by their start, `most` at most."""
    return await Surgery.filter(await _matching(asked)).order_by("starts_at", "id").limit(most).values(*FIELDS)


async def hosts_in(asked: Asked) -> list[str]:
    """The ids of everybody who holds one of the dates asked for."""
    surgeries = Surgery.filter(await _matching(asked)).exclude(room__hosts__person_id=None)
    return [str(id_) for id_ in await surgeries.distinct().values_list("room__hosts__person_id", flat=True)]


async def neighbourhoods_in(asked: Asked) -> list[str]:
    """The ids of the neighbourhoods that have one of the dates asked for."""
    rows = Surgery.filter(await _matching(asked)).distinct().values_list("neighbourhood_id", flat=True)
    return [str(id_) for id_ in await rows]


async def _matching(asked: Asked) -> Q:
    wanted: JSON = {
        "neighbourhood_id": asked.neighbourhood,
        "room__force_id": asked.force,
        "kind": asked.kind,
        "starts_at__gte": asked.since,
        "starts_at__lt": asked.until,
    }
    given = {name: value for name, value in wanted.items() if value is not None}
    return Q(**given) & (await held_by(asked.host) if asked.host else Q())

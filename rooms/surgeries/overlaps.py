"""What somebody who is to hold a surgery holds already at that time: a warning, not a refusal."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from rooms.models import RoomHost, Status

JSON = dict[str, Any]
Span = tuple[datetime, datetime]
_COLUMNS = ("person_id", "room_id", "room__surgery__title", "room__surgery__starts_at", "room__surgery__ends_at")
_MOST = 500


async def overlapping(hosts: Collection[str], spans: Sequence[Span], but: Collection[str] = ()) -> list[JSON]:
    """What these people hold in these spans (start and end): `{id, title, starts, person}`, by their start.

    `but`: surgeries that are left out, as the one that is being changed.
    """
    if not spans or not hosts:
        return []
    held = RoomHost.filter(
        person_id__in=list(hosts),
        room__status__in=[Status.SCHEDULED, Status.OPEN],
        room__surgery__starts_at__lt=max(end for _start, end in spans),
        room__surgery__ends_at__gt=min(start for start, _end in spans),
    )
    rows = await held.order_by("room__surgery__starts_at", "id").limit(_MOST).values(*_COLUMNS)
    return [
        {"id": row["room_id"], "title": row["room__surgery__title"], "starts": start, "person": row["person_id"]}
        for row in rows
        if row["room_id"] not in but
        and any(
            (start := row["room__surgery__starts_at"]) < span_end and row["room__surgery__ends_at"] > span_start
            for span_start, span_end in spans
        )
    ]

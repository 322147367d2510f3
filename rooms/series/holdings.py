"""What series hold about a person, as they take it away: those that they announced or hold."""

from collections.abc import AsyncIterator
from typing import Any

from tortoise.expressions import Q

from accounts.ports import Holding
from foundation.paging import by_key
from rooms.series.models import Series, SeriesHost

JSON = dict[str, Any]


async def _series(person: str) -> AsyncIterator[JSON]:
    held = [str(id_) for id_ in await SeriesHost.filter(person_id=person).values_list("series_id", flat=True)]
    theirs = Series.filter(Q(created_by=person) | Q(id__in=held))
    columns = ("title", "neighbourhood_id", "rule", "local_start", "time_zone", "created_by", "created_at")
    async for row in by_key(theirs, *columns):
        announced = row.pop("created_by") == person
        yield {"neighbourhood": row.pop("neighbourhood_id"), **row, "announced": announced, "host": row["id"] in held}


HELD_BY_SERIES = (Holding("series", ("series.created_by", "series_host.person_id"), _series),)

"""Every query of recorded crime."""

from collections.abc import Collection, Mapping
from typing import Any

from foundation.ids import new_id
from foundation.queries import Query
from priorities.proposals.models import RecordedCrime

JSON = dict[str, Any]
Counted = Mapping[tuple[str, str], int]
"""How many crimes, by neighbourhood and category."""
_OF_MONTH = Query(
    "SELECT neighbourhood_id, category, crimes FROM priority_recorded_crime WHERE month = ? AND neighbourhood_id IN ?"
)
_REMOVE = Query("DELETE FROM priority_recorded_crime WHERE month = ? AND neighbourhood_id IN ?")
_MONTHS = Query(
    "SELECT DISTINCT month FROM priority_recorded_crime WHERE neighbourhood_id IN ? ORDER BY month DESC LIMIT ?"
)
_BY_MONTH = Query(
    """
    SELECT month, category, SUM(crimes) AS crimes FROM priority_recorded_crime
    WHERE neighbourhood_id IN ? AND month IN ? GROUP BY month, category
    """
)
_AT_ONCE = 500
"""Rows of one insert: databases take only so many values."""


async def of_month(month: str, neighbourhoods: Collection[str]) -> dict[tuple[str, str], int]:
    """What is kept of a month in these neighbourhoods."""
    rows = await _OF_MONTH.rows(month, sorted(neighbourhoods)) if neighbourhoods else []
    return {(row["neighbourhood_id"], row["category"]): row["crimes"] for row in rows}


async def set_month(month: str, neighbourhoods: Collection[str], counted: Counted) -> None:
    """Have a month in these neighbourhoods be what was counted, and nothing else. Inside a transaction."""
    await _REMOVE.rows(month, sorted(neighbourhoods))
    rows = [
        RecordedCrime(id=new_id(), neighbourhood_id=place, month=month, category=category, crimes=crimes)
        for (place, category), crimes in sorted(counted.items())
    ]
    await RecordedCrime.bulk_create(rows, batch_size=_AT_ONCE)


async def latest_months(neighbourhoods: Collection[str], most: int) -> list[str]:
    """The months that there are figures of, the latest first. Of all of a force: one without crime has no row."""
    rows = await _MONTHS.rows(sorted(neighbourhoods), most) if neighbourhoods else []
    return [row["month"] for row in rows]


async def by_month(neighbourhoods: Collection[str], months: Collection[str]) -> dict[tuple[str, str], int]:
    """How many crimes there were in these neighbourhoods together, by month and category."""
    rows = await _BY_MONTH.rows(sorted(neighbourhoods), sorted(months)) if neighbourhoods and months else []
    return {(row["month"], row["category"]): int(row["crimes"]) for row in rows}

"""Who holds the post that answers for a priority: only while they serve its neighbourhood."""

from collections.abc import Sequence
from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
_HELD = Query(
    """
    SELECT priority.id FROM priority JOIN person_neighbourhood AS serving
    ON serving.person_id = priority.owner_id AND serving.neighbourhood_id = priority.neighbourhood_id
    WHERE priority.id IN ?
    """
)


async def held(rows: Sequence[JSON]) -> list[JSON]:
    """The same rows of priorities, `owner_id` None where that officer was posted elsewhere since they were named."""
    named = [row["id"] for row in rows if row["owner_id"]]
    serving = {row["id"] for row in await _HELD.rows(named)} if named else set()
    return [row if row["id"] in serving else {**row, "owner_id": None} for row in rows]

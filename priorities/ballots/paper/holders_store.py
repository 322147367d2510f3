"""Queries of who with an account was given a slip. Which one is written nowhere."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
_ROUNDS = Query(
    """
    SELECT id, neighbourhood_id FROM priority_round
    WHERE phase = 'vote' OR (phase IN ('agree', 'act') AND agree_at > ?) ORDER BY id
    """
)
_HOLDERS = Query(
    "SELECT voter, day FROM priority_voted"
    " WHERE round_id = ? AND how = 'slip' AND day < ? AND voter NOT LIKE 'roll:%' ORDER BY voter"
)


async def rounds_with_paper(since: datetime) -> list[JSON]:
    """`id` and `neighbourhood_id` of rounds in which people vote, or did until after `since`."""
    return await _ROUNDS.rows(since)


async def holders_before(round_id: str, today: date) -> dict[date, list[str]]:
    """The ids of people by the day on which they were given a slip, before today."""
    found: dict[date, list[str]] = defaultdict(list)
    for row in await _HOLDERS.rows(round_id, today):
        day = row["day"]
        found[date.fromisoformat(day) if isinstance(day, str) else day].append(row["voter"])
    return found

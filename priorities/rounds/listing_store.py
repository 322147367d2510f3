"""Queries of the rounds of a neighbourhood, the newest first."""

from datetime import datetime
from typing import Any

from foundation.queries import Query
from priorities.round_rows import COLUMNS, MOMENTS, TRUTHS

JSON = dict[str, Any]
_GOING_ON = Query(
    "SELECT",
    COLUMNS,
    "FROM priority_round",
    """
    WHERE neighbourhood_id = ? AND phase IN ('gather', 'shape', 'vote', 'agree', 'act', 'review')
    ORDER BY gather_at DESC, id DESC LIMIT 20
    """,
    moments=MOMENTS,
    truths=TRUTHS,
)
_GOING_ON_IN = Query(
    "SELECT",
    COLUMNS,
    "FROM priority_round",
    """
    WHERE neighbourhood_id IN ? AND phase IN ('gather', 'shape', 'vote', 'agree', 'act', 'review')
    ORDER BY gather_at DESC, id DESC LIMIT 500
    """,
    moments=MOMENTS,
    truths=TRUTHS,
)
_SCHEDULED = Query(
    "SELECT",
    COLUMNS,
    "FROM priority_round",
    "WHERE neighbourhood_id = ? AND phase = 'scheduled' ORDER BY gather_at, id LIMIT 20",
    moments=MOMENTS,
    truths=TRUTHS,
)
_OVER = Query(
    "SELECT",
    COLUMNS,
    "FROM priority_round",
    """
    WHERE neighbourhood_id = ? AND phase IN ('done', 'cancelled') AND NOT never_begun
    ORDER BY gather_at DESC, id DESC LIMIT 20
    """,
    moments=MOMENTS,
    truths=TRUTHS,
)
_TAKING_PART = Query(
    "SELECT",
    COLUMNS,
    "FROM priority_round",
    "WHERE phase IN ('gather', 'shape', 'vote') ORDER BY phase DESC, agree_at, id LIMIT ?",
    moments=MOMENTS,
    truths=TRUTHS,
)
_BEGUN = Query(
    "SELECT",
    COLUMNS,
    "FROM priority_round",
    """
    WHERE neighbourhood_id = ? AND phase NOT IN ('scheduled', 'cancelled') AND NOT never_begun
        AND (gather_at < ? OR (gather_at = ? AND id < ?))
    ORDER BY gather_at DESC, id DESC LIMIT ?
    """,
    moments=MOMENTS,
    truths=TRUTHS,
)
_BALLOTS = Query("SELECT id, ballots FROM priority_close WHERE id IN ?")


async def going_on(neighbourhood: str) -> list[JSON]:
    """Those that have begun and are not over."""
    return await _GOING_ON.rows(neighbourhood)


async def going_on_in(neighbourhoods: list[str]) -> list[JSON]:
    """The same of several neighbourhoods, asked for at once."""
    return await _GOING_ON_IN.rows(neighbourhoods) if neighbourhoods else []


async def taking_part(most: int) -> list[JSON]:
    """Those of all neighbourhoods where people vote, make proposals clear or propose, what closes soonest first."""
    return await _TAKING_PART.rows(most)


async def scheduled(neighbourhood: str) -> list[JSON]:
    """Those that have not begun, the next one first."""
    return await _SCHEDULED.rows(neighbourhood)


async def over(neighbourhood: str) -> list[JSON]:
    """The last ones that are done or were cancelled."""
    return await _OVER.rows(neighbourhood)


async def begun_before(neighbourhood: str, moment: datetime, round_id: str, most: int) -> list[JSON]:
    """All that have begun, from the place of this round (when it began, and its id) on."""
    return await _BEGUN.rows(neighbourhood, moment, moment, round_id, most)


async def ballots_of(rounds: list[str]) -> dict[str, int]:
    """How many ballots each of these rounds had, of those whose vote is closed and counted."""
    return {row["id"]: row["ballots"] for row in await _BALLOTS.rows(rounds)} if rounds else {}

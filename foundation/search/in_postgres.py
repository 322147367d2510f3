"""Searching on PostgreSQL, at a cost that does not grow with how many entries have a word.

Its index knows which entries have a word, and not which of them are the newest: to look at each of half a million
takes seconds. So the planner is asked first how many it expects. Where they are few, the index gives them all. Where
they are many, the newest entries are looked through, which soon finds what is common; what is missing, the index finds
among those of this month, then of more and more months before. No search looks at more than some thousand entries.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import asyncpg
import structlog

from foundation.database import atomic, connection
from foundation.errors import Unavailable
from foundation.language import _
from foundation.search import postgres_index as index
from foundation.search.asked import Asked, Match, Matches
from foundation.search.marks import Mark, month_of
from foundation.search.postgres_index import Question

log = structlog.get_logger("search")
JSON = dict[str, Any]
_RANKED = 200
"""Matches that are ranked, where there are very many."""
_FEW = 2000
"""Matches that the index is asked for all at once."""
_LOOKED_THROUGH, _FAR = 4000, 20_000
_LOOKED_AT = 1000
_MONTHS = ((0, 2), (2, 6))
_YEARS = 4
_MILLISECONDS = 2000
"""How long one statement may take: the index's own work can't be bounded but by time."""

# The planner would rather read the table from its beginning than ask the index, or compile the query.
_FOR_A_SEARCH = "SET LOCAL enable_seqscan = off; SET LOCAL jit = off; SET LOCAL plan_cache_mode = force_custom_plan;"


async def matches(asked: Asked) -> Matches:
    """What has the words that are asked for: everything, or where that is very much the newest, and what is so named.

    Raises Unavailable where that takes too long.
    """

    async def work() -> Matches:
        await connection().execute_script(f"{_FOR_A_SEARCH} SET LOCAL statement_timeout = {_MILLISECONDS}")
        return await _matches(asked)

    try:
        return await atomic(work)
    except asyncpg.QueryCanceledError:
        log.warning("search_took_too_long")
        raise Unavailable(_("The service can’t do this right now. Please try again in a minute.")) from None


async def _matches(asked: Asked) -> Matches:
    question = Question(asked)
    if await index.expected(question) < _FEW:
        rows = await index.indexed(question, _FEW)
        if len(rows) < _FEW:
            return Matches([_match(row) for row in rows if row["has_all"]], all_of_them=True)
    rows = [*await _many(question), *await index.titled(question, _LOOKED_AT)]
    return Matches([_match(row) for row in rows], all_of_them=False)


async def _many(question: Question) -> list[JSON]:
    """The newest of very many matches."""
    newest = await index.newest(question, _LOOKED_THROUGH, _RANKED)
    if len(newest) >= _RANKED:
        return newest
    for marks in _times(question.asked):
        rows = await index.indexed(question, _LOOKED_AT, marks)
        fits = [row for row in rows if row["has_all"]]
        if len(rows) == _LOOKED_AT and len(fits) < _RANKED // 2:
            # Each of the words is common, and what is asked for is not, a phrase mostly: no index knows where it is.
            return [*newest, *fits, *await index.newest(question, _FAR, _RANKED)]
        newest += fits
        if len(newest) >= _RANKED:
            break
    return newest


def _times(asked: Asked) -> Iterator[Sequence[Mark]]:
    """The marks of this month and the one before, of the months and the years before these, of all time."""
    last = min(asked.until, asked.asked_at)
    for first, end in _MONTHS:
        yield [("m", str(month_of(last) - each)) for each in range(first, end)]
    for year in range(last.year, last.year - _YEARS, -1):
        yield [("y", str(year))]
    yield []


def _match(row: JSON) -> Match:
    return Match(row["id"], row["at"], row["kind"], row["answered"], row["relevance"])

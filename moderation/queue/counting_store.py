"""How many items wait: counts that end at a cap, for nobody reads a number that large."""

from collections.abc import Sequence
from functools import cache

from foundation.queries import Query
from moderation.items.kinds import RANK, Kind
from moderation.items.priority import BAND
from moderation.queue import conditions

COUNTED = 1000
"""Nobody counts further: from here on it is "999+"."""
_RANK = "SELECT CAST(? AS integer) AS rank, count(*) AS waiting"
_OPEN = "FROM (SELECT 1 FROM review_item item WHERE item.force_id = ? AND item.state = 'open'"
_WITHIN = "AND item.priority >= ? AND item.priority < ?"
_AT_MOST = "LIMIT ?) counted"
_NOT_FOR = Query(
    """
    SELECT id, priority, neighbourhood_id FROM review_item WHERE force_id = ? AND state = 'open' AND author_id = ?
    UNION
    SELECT item.id, item.priority, item.neighbourhood_id
    FROM declined JOIN review_item item ON item.id = declined.item_id
    WHERE item.force_id = ? AND item.state = 'open' AND declined.person_id = ?
    """
)


async def counts(person: str, force: str, places: Sequence[str] | None) -> dict[Kind, int]:
    """How many wait of each kind, at most COUNTED of each; without one's own words and what one has passed on."""
    there = tuple(conditions.served(places))
    of_there = [value for each in there for value in each.values]
    values = [
        value for rank in RANK.values() for value in (rank, force, rank * BAND, rank * BAND + BAND, *of_there, COUNTED)
    ]
    query = _by_rank(tuple(each.sql for each in there))
    rows = {row["rank"]: int(row["waiting"]) for row in await query.rows(*values)}
    for row in await _NOT_FOR.rows(force, person, force, person):
        rank = row["priority"] // BAND
        if rows.get(rank, 0) < COUNTED and (places is None or row["neighbourhood_id"] in places):
            rows[rank] = max(0, rows.get(rank, 0) - 1)
    return {kind: rows[rank] for kind, rank in RANK.items() if rows.get(rank)}


@cache
def _by_rank(served: tuple[str, ...]) -> Query:
    """Each rank is counted by itself, so that each ends at the cap."""
    of_one = " ".join((_RANK, _OPEN, _WITHIN, *served, _AT_MOST))
    return Query(" UNION ALL ".join([of_one] * len(RANK)))


async def waiting(person: str, force: str, places: Sequence[str] | None, most: int) -> int:
    """How many open items of others there are, at most `most`."""
    asked = (conditions.of_others(force, "open", person), *conditions.served(places))
    query = _of_others(tuple(each.sql for each in asked))
    [row] = await query.rows(*(value for each in asked for value in each.values), most)
    return int(row["waiting"])


@cache
def _of_others(asked: tuple[str, ...]) -> Query:
    return Query("SELECT count(*) AS waiting FROM (SELECT 1 FROM review_item item WHERE", *asked, _AT_MOST)

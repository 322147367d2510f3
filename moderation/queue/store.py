"""Reading the queue: a page by its key, the next one that is free, and counts that end at a cap.

The index of (force_id, state, priority, due_at, id) is the queue's order, and a kind is a hundred of its priorities:
see `moderation.items.priority`.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from foundation.queries import Query
from moderation.items.kinds import DISTRESSING, RANK, Kind
from moderation.items.models import ReviewItem
from moderation.items.priority import BAND
from moderation.queue.filters import Filters

JSON = dict[str, Any]
Key = tuple[int, datetime, str]
"""Where an item stands: its priority, when it is due, its id."""

COUNTED = 1000
"""Nobody counts further: from here on it is "999+"."""
_KEY = "(item.priority, item.due_at, item.id)"
_OTHERS = """
    item.force_id = ? AND item.state = ? AND (item.author_id IS NULL OR item.author_id <> ?)
    AND NOT EXISTS (SELECT 1 FROM declined WHERE declined.item_id = item.id AND declined.person_id = ?)
    """
_SERVED = " AND item.neighbourhood_id IN ?"
_OF_KIND = "item.kind = ? AND item.priority >= ? AND item.priority < ?"
_COUNT = """
    SELECT {rank} AS rank, count(*) AS waiting FROM (
        SELECT 1 FROM review_item item
        WHERE item.force_id = ? AND item.state = 'open' AND item.priority >= {low} AND item.priority < {high}{served}
        LIMIT ?
    ) counted
    """


def key_of(item: JSON) -> Key:
    return item["priority"], item["due_at"], item["id"]


async def page(
    person: str, force: str, places: Sequence[str] | None, filters: Filters, *,
    state: str = "open", after: Key | None = None, before: Key | None = None, free_at: datetime | None = None,
    cases: Sequence[str] = (), easy: bool = False, limit: int = 25,
) -> list[JSON]:  # fmt: skip
    """Items of others, in the queue's order, of sealed cases by `cases` alone where an author or a place is asked for;
    `before`: those that stand before it, the nearest first.

    `free_at`: only what somebody could be given at that time: nobody else has claimed it, it was not passed on, and it
    is of no sealed case but of `cases`. `easy`: nothing whose kind is hard to read.
    """
    parts: list[str] = []
    values: list[Any] = [force, state, person, person]
    for name, sql, given in _asked(person, places, filters, after, before, free_at, cases):
        parts.append(name + sql)
        values += given
    rows = await _statement(tuple(parts), easy, before is not None).rows(*values, limit)
    return [row | {"kinds": _kinds(row["kinds"])} for row in rows]


def _asked(
    person: str, places: Sequence[str] | None, filters: Filters, after: Key | None, before: Key | None,
    free_at: datetime | None, cases: Sequence[str],
) -> list[tuple[str, str, Sequence[Any]]]:  # fmt: skip
    """The conditions that were asked for, each with its values."""
    asked: list[tuple[bool, str, str, Sequence[Any]]] = [
        (places is not None, "", _SERVED, [list(places or []) or [""]]),
        (after is not None, " AND ", f"{_KEY} > (?, ?, ?)", after or ()),
        (before is not None, " AND ", f"{_KEY} < (?, ?, ?)", before or ()),
        (bool(filters.kind), " AND ", _OF_KIND, _of_kind(filters.kind)),
        (bool(filters.cause), " AND ", "item.cause = ?", [filters.cause]),
        (bool(filters.place), " AND ", "item.place_id = ?", [filters.place]),
        (bool(filters.author), " AND ", "item.author_id = ?", [filters.author]),
        # Who asks for somebody, or for a place, must not learn by it of whom and of where a sealed case is.
        (bool(filters.author or filters.place), " AND ", _OPEN_TO, [list(cases) or [""]]),
        (filters.mine, " AND ", "item.claimed_by_id = ?", [person]),
        (free_at is not None, " AND ", _FREE, [person, free_at, list(cases) or [""]]),
    ]
    return [(name, sql, given) for wanted, name, sql, given in asked if wanted]


_OPEN_TO = "(item.case_id IS NULL OR item.case_id IN ?)"
_FREE = f"""
    (item.claimed_by_id IS NULL OR item.claimed_by_id = ? OR item.claimed_until IS NULL OR item.claimed_until <= ?)
    AND item.escalated_to IS NULL AND {_OPEN_TO}
    """


def _kinds(kept: Any) -> list[str]:
    return list(json.loads(kept) if isinstance(kept, str) else kept)


def _of_kind(kind: str) -> list[Any]:
    """Its priorities too, so that the index leads there."""
    low = RANK[Kind(kind)] * BAND if kind else 0
    return [kind, low, low + BAND]


_ITEMS = f"SELECT item.* FROM review_item item WHERE {_OTHERS}"  # noqa: S608
_HARD = ", ".join(f"'{kind.value}'" for kind in sorted(DISTRESSING))
_EASY = f" AND item.kind NOT IN ({_HARD})"
_ONWARDS = " ORDER BY item.priority, item.due_at, item.id LIMIT ?"
_BACKWARDS = " ORDER BY item.priority DESC, item.due_at DESC, item.id DESC LIMIT ?"


@cache
def _statement(parts: tuple[str, ...], easy: bool, backwards: bool) -> Query:
    """Each of the few forms that are asked, written once."""
    return Query(
        "".join((_ITEMS, *parts, _EASY if easy else "", _BACKWARDS if backwards else _ONWARDS)),
        moments=("due_at", "opened_at", "changed_at", "claimed_until", "decided_at"),
        truths=("live",),
    )


async def counts(person: str, force: str, places: Sequence[str] | None) -> dict[Kind, int]:
    """How many wait of each kind, at most COUNTED of each; without one's own words and what one has passed on."""
    served = [] if places is None else [list(places) or [""]]
    values = [value for _kind in Kind for value in (force, *served, COUNTED)]
    rows = {row["rank"]: int(row["waiting"]) for row in await _counting(places is not None).rows(*values)}
    for row in await _NOT_FOR.rows(force, person, force, person):
        rank = row["priority"] // BAND
        if rows.get(rank, 0) < COUNTED and (places is None or row["neighbourhood_id"] in places):
            rows[rank] = max(0, rows.get(rank, 0) - 1)
    return {kind: rows[rank] for kind, rank in RANK.items() if rows.get(rank)}


@cache
def _counting(in_places: bool) -> Query:
    served = _SERVED if in_places else ""
    ranks = [(rank, rank * BAND, rank * BAND + BAND) for rank in RANK.values()]
    return Query(
        " UNION ALL ".join(_COUNT.format(rank=rank, low=low, high=high, served=served) for rank, low, high in ranks)
    )


async def waiting(person: str, force: str, places: Sequence[str] | None, most: int) -> int:
    """How many open items of others there are, at most `most`."""
    served = [] if places is None else [list(places) or [""]]
    query = _WAITING if places is None else _WAITING_THERE
    [row] = await query.rows(force, "open", person, person, *served, most)
    return int(row["waiting"])


_WAITING = Query(
    f"SELECT count(*) AS waiting FROM (SELECT 1 FROM review_item item WHERE {_OTHERS} LIMIT ?) counted"  # noqa: S608
)
_WAITING_THERE = Query(
    f"SELECT count(*) AS waiting FROM (SELECT 1 FROM review_item item WHERE {_OTHERS}{_SERVED} LIMIT ?) counted"  # noqa: S608
)


_NOT_FOR = Query(
    """
    SELECT id, priority, neighbourhood_id FROM review_item WHERE force_id = ? AND state = 'open' AND author_id = ?
    UNION
    SELECT item.id, item.priority, item.neighbourhood_id
    FROM declined JOIN review_item item ON item.id = declined.item_id
    WHERE item.force_id = ? AND item.state = 'open' AND declined.person_id = ?
    """
)


async def others_of(author: str, force: str, but: str, most: int) -> list[JSON]:
    """What else of one author waits, the most urgent first."""
    found = ReviewItem.filter(author_id=author, state="open", force_id=force).exclude(id=but)
    return await found.order_by("priority", "due_at", "id").limit(most).values()

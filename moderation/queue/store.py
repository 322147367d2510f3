"""Reading the queue: a page by its key, and what else of one author waits.

The index of (force_id, state, priority, due_at, id) is the queue's order, and a kind is a hundred of its priorities:
see `moderation.items.priority`.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from foundation.queries import Query
from moderation.items.models import ReviewItem
from moderation.queue import conditions
from moderation.queue.conditions import NOT_HARD, Condition
from moderation.queue.cursors import Key
from moderation.queue.filters import Filters

JSON = dict[str, Any]
_ONWARDS = "ORDER BY item.priority, item.due_at, item.id LIMIT ?"
_BACKWARDS = "ORDER BY item.priority DESC, item.due_at DESC, item.id DESC LIMIT ?"


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
    asked: list[Condition] = [
        conditions.of_others(force, state, person),
        *conditions.served(places),
        *([conditions.after(after)] if after else []),
        *([conditions.before(before)] if before else []),
        *conditions.filtered(filters, person, cases),
        *(conditions.free(person, free_at, cases) if free_at else []),
        *([NOT_HARD] if easy else []),
    ]
    statement = _statement(tuple(each.sql for each in asked), _BACKWARDS if before else _ONWARDS)
    rows = await statement.rows(*(value for each in asked for value in each.values), limit)
    return [row | {"kinds": _kinds(row["kinds"])} for row in rows]


@cache
def _statement(parts: tuple[str, ...], order: str) -> Query:
    """Each of the few forms that are asked, written once."""
    return Query(
        "SELECT item.* FROM review_item item WHERE",
        *parts,
        order,
        moments=("due_at", "opened_at", "changed_at", "claimed_until", "decided_at"),
        truths=("live",),
    )


def _kinds(kept: Any) -> list[str]:
    return list(json.loads(kept) if isinstance(kept, str) else kept)


async def others_of(author: str, force: str, but: str, most: int) -> list[JSON]:
    """What else of one author waits, the most urgent first."""
    found = ReviewItem.filter(author_id=author, state="open", force_id=force).exclude(id=but)
    return await found.order_by("priority", "due_at", "id").limit(most).values()

"""Reading many rows by pages: a query at a time by the key, so that no reader of 10,000 rows holds them all at once."""

from collections.abc import AsyncIterator
from typing import Any, TypeVar

from tortoise.models import Model
from tortoise.queryset import QuerySet

PAGE = 200
"""Rows a query: reading more at once would keep others of the process waiting."""
M = TypeVar("M", bound=Model)


async def by_key(rows: QuerySet[M], *columns: str, size: int = PAGE) -> AsyncIterator[dict[str, Any]]:
    """Every row's `columns` in the order of `id`, which is that of time. What comes in meanwhile may be missed."""
    last = ""
    while True:
        page = await rows.filter(id__gt=last).order_by("id").limit(size).values(*dict.fromkeys(("id", *columns)))
        # Before they are given away: who gets a row may take it apart.
        last = page[-1]["id"] if page else last
        for row in page:
            yield row
        if len(page) < size:
            return

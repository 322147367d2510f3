"""The statements that somebody put, as they take them away. Their opinions lead to nobody: they can’t be found."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from priorities.opinions.models import Statement

JSON = dict[str, Any]


async def _statements(person: str) -> AsyncIterator[JSON]:
    columns = ("round_id", "text", "state", "held_reason", "created_at")
    async for row in by_key(Statement.filter(author_id=person), *columns):
        yield {"round": row.pop("round_id"), **row}


HELD_BY_OPINIONS = (Holding("statements", ("priority_statement.author_id",), _statements),)

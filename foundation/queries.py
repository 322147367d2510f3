"""Hot queries, written once in SQL: Tortoise takes longer to write a query than the database to answer it.

For what every request, event or message asks; the rest is asked through the models. Values are parameters, always.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from foundation.database import connection

JSON = dict[str, Any]


_VALUE = re.compile(r"(IN )?\?")


class Query:
    """One statement. `?` stands for a value on both databases, `IN ?` for a list of them."""

    def __init__(self, *parts: str, moments: Sequence[str] = (), truths: Sequence[str] = ()) -> None:
        """Its parts follow each other, each of them constant: what comes from outside is a value, and never a part.

        `moments` and `truths` name the columns that SQLite keeps as text in UTC, and as 0 or 1.
        """
        sql = " ".join(parts)
        self._sqlite, self._lists = sql, "IN ?" in sql
        self._postgres = _numbered(sql)
        self._moments, self._truths = tuple(moments), tuple(truths)

    async def rows(self, *values: Any) -> list[JSON]:
        """Its rows (an INSERT gives none), inside the caller's transaction if there is one. Lists must not be empty."""
        asked = connection()
        if asked.capabilities.dialect != "sqlite":
            return await asked.execute_query_dict(self._postgres, list(values))
        sql, given = self._expanded(values) if self._lists else (self._sqlite, list(values))
        rows = await asked.execute_query_dict(sql, given)
        for row in rows:
            self._read(row)
        return rows

    async def each(self, rows: Sequence[Sequence[Any]]) -> None:
        """Run it once for each row of values, together; it has no lists, and gives nothing."""
        asked = connection()
        sql = self._sqlite if asked.capabilities.dialect == "sqlite" else self._postgres
        await asked.execute_many(sql, [list(row) for row in rows])

    def _expanded(self, values: Sequence[Any]) -> tuple[str, list[Any]]:
        """With a mark for each member of a list."""
        marks = iter([f"IN ({', '.join('?' * len(value))})" if isinstance(value, list) else "?" for value in values])
        flat = [one for value in values for one in (value if isinstance(value, list) else [value])]
        return _VALUE.sub(lambda _found: next(marks), self._sqlite), flat

    def _read(self, row: JSON) -> None:
        for name in self._moments:
            if row[name] is not None:
                row[name] = datetime.fromisoformat(row[name])
        for name in self._truths:
            row[name] = bool(row[name])


def _numbered(sql: str) -> str:
    """As PostgreSQL has it. A list is one value: the statement is the same, and stays prepared, whatever its length."""
    numbers = iter(range(1, sql.count("?") + 1))
    return _VALUE.sub(lambda found: f"= ANY(${next(numbers)})" if found[1] else f"${next(numbers)}", sql)

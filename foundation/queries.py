"""Hot queries, written once in SQL: Tortoise takes longer to write a query than the database to answer it.

For what every request, event or message asks; the rest is asked through the models. Values are parameters, always.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count, repeat
from typing import Any

from foundation.database import connection

JSON = dict[str, Any]


class Query:
    """One statement. `?` stands for a value on both databases, in `IN ?` for a list of them."""

    def __init__(self, sql: str, *, moments: Sequence[str] = (), truths: Sequence[str] = ()) -> None:
        """`moments` and `truths` name the columns that SQLite keeps as text in UTC, and as 0 or 1."""
        self._parts = sql.split("?")
        self._moments, self._truths = tuple(moments), tuple(truths)

    async def rows(self, *values: Any) -> list[JSON]:
        """Its rows (an INSERT gives none), inside the caller's transaction if there is one. Lists must not be empty."""
        asked = connection()
        if asked.capabilities.dialect != "sqlite":
            numbered = (f"${number}" for number in count(1))
            return list(await asked.execute_query_dict(self._sql(values, numbered), _flat(values)))
        rows = await asked.execute_query_dict(self._sql(values, repeat("?")), _flat(values))
        for row in rows:
            self._read(row)
        return rows

    def _sql(self, values: Sequence[Any], marks: Iterator[str]) -> str:
        put_in = (_marks_for(value, marks) for value in values)
        return "".join(part for pair in zip(self._parts, [*put_in, ""], strict=True) for part in pair)

    def _read(self, row: JSON) -> None:
        for name in self._moments:
            if row[name] is not None:
                row[name] = datetime.fromisoformat(row[name])
        for name in self._truths:
            row[name] = bool(row[name])


def _marks_for(value: Any, marks: Iterator[str]) -> str:
    return f"({', '.join(next(marks) for _each in value)})" if isinstance(value, list) else next(marks)


def _flat(values: Sequence[Any]) -> list[Any]:
    return [one for value in values for one in (value if isinstance(value, list) else [value])]

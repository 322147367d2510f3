"""Queries written in SQL give the same on both databases, and a connection is handed on with nothing left in it."""

import pytest

from foundation.database import atomic, connection, dialect
from foundation.queries import Query
from tests.cast import Cast

_NAMED = Query(
    "SELECT name, created_at, suspended_at IS NULL AS free FROM person WHERE role = ? AND name IN ? ORDER BY name",
    moments=("created_at",),
    truths=("free",),
)


@pytest.mark.usefixtures("database")
async def test_a_list_of_any_length_stands_beside_single_values(cast: Cast) -> None:
    rows = await _NAMED.rows("resident", ["Rosa Jones", "Amir Khan", "Ada Okafor"])
    assert [row["name"] for row in rows] == ["Amir Khan", "Rosa Jones"]
    assert all(row["free"] is True and row["created_at"].tzinfo for row in rows)
    assert [row["name"] for row in await _NAMED.rows("officer", ["Ada Okafor"])] == [cast.ada.name]


@pytest.mark.usefixtures("cast")
async def test_what_failed_half_way_is_not_met_by_who_comes_next(database: object) -> None:
    async def fail() -> None:
        await connection().execute_query("UPDATE person SET name = 'Nobody'")
        raise ValueError("half way")

    for _time in range(10):
        with pytest.raises(ValueError, match="half way"):
            await atomic(fail)
        assert len(await _NAMED.rows("resident", ["Rosa Jones"])) == 1
    if dialect() == "postgres":
        left = await connection().execute_query_dict(
            "SELECT state FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'"
        )
        assert left == []

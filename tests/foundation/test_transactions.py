"""Two transactions that are in each other's way both come to their end."""

import asyncio
import sqlite3
import threading

import pytest

from foundation import transactions
from foundation.database import UNREACHABLE, atomic, connection, sqlite_path
from foundation.settings import Settings
from foundation.sqlite import DatabaseLocked
from neighbourhoods.models import Force

_HERS, _HIS = "hers", "his"


async def _names() -> dict[str, str]:
    return {force.id: force.name for force in await Force.all()}


@pytest.mark.postgres
@pytest.mark.parametrize("dialect", ["postgres"])
async def test_the_one_that_was_in_the_way_is_run_again_from_its_start(database: Settings) -> None:
    await Force.bulk_create([Force(id=id_, name="") for id_ in (_HERS, _HIS)])
    tries: list[str] = []
    met = asyncio.Barrier(2)

    async def write(first: str, second: str) -> None:
        tries.append(first)
        await Force.filter(id=first).update(name=first)
        if tries.count(first) == 1:
            await met.wait()
        await Force.filter(id=second).update(name=first)

    await asyncio.gather(atomic(lambda: write(_HERS, _HIS)), atomic(lambda: write(_HIS, _HERS)))
    assert len(tries) == 3, "one of them was run twice"
    assert len(set((await _names()).values())) == 1, "each wrote both rows, or none"


@pytest.mark.postgres
@pytest.mark.parametrize("dialect", ["postgres"])
async def test_inside_another_it_is_the_whole_that_runs_again(database: Settings) -> None:
    await Force.bulk_create([Force(id=id_, name="") for id_ in (_HERS, _HIS)])
    outer: list[str] = []
    met = asyncio.Barrier(2)

    async def write(first: str, second: str) -> None:
        outer.append(first)
        await Force.filter(id=first).update(name=first)
        if outer.count(first) == 1:
            await met.wait()
        await atomic(lambda: Force.filter(id=second).update(name=first))

    await asyncio.gather(atomic(lambda: write(_HERS, _HIS)), atomic(lambda: write(_HIS, _HERS)))
    assert len(outer) == 3
    assert len(set((await _names()).values())) == 1


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_who_finds_the_file_locked_tries_again(database: Settings) -> None:
    await connection().execute_script("PRAGMA busy_timeout = 1")
    holder = sqlite3.connect(str(sqlite_path(database.database_url)), check_same_thread=False, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    let_go = threading.Timer(0.03, holder.rollback)
    let_go.start()
    try:
        await atomic(lambda: Force.create(id=_HERS, name=_HERS))
    finally:
        let_go.join()
        holder.close()
    assert await _names() == {_HERS: _HERS}


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_who_finds_it_locked_for_too_long_is_told_to_come_again(
    database: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transactions, "_TRIES", 2)
    await connection().execute_script("PRAGMA busy_timeout = 1")
    holder = sqlite3.connect(str(sqlite_path(database.database_url)), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(DatabaseLocked) as locked:
            await atomic(lambda: Force.create(id=_HERS, name=_HERS))
        assert isinstance(locked.value, UNREACHABLE), "the page says to try again in a minute"
    finally:
        holder.close()
    await atomic(lambda: Force.create(id=_HERS, name=_HERS))


async def test_what_is_wrong_in_itself_is_run_once(database: Settings) -> None:
    tries: list[int] = []

    async def wrong() -> None:
        tries.append(1)
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        await atomic(wrong)
    assert tries == [1]

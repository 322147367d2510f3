"""Old pages are cleared after the close. Who reads for long keeps nobody waiting, and it is done after them."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from foundation.database import configuration, connection, dialect, sqlite_path
from foundation.models import Mark
from priorities.ballots.models import Ballot, Receipt, RoundKey, Voted
from priorities.models import Phase
from tests.cast import Cast
from tests.priorities.away import away
from tests.priorities.closing.disk import disk_of
from tests.priorities.poll import Poll


async def _is_waiting() -> bool:
    return await Mark.filter(name__startswith="clear:").exists()


@asynccontextmanager
async def _reader(poll: Poll, question: str) -> AsyncIterator[None]:
    """Somebody who has asked this in a transaction, and takes their time with it, as a backup does."""
    url = poll.house.settings.database_url
    if dialect() == "sqlite":
        with closing(sqlite3.connect(str(sqlite_path(url)), isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute(question).fetchall()
            yield
        return
    ours = configuration(poll.house.settings, [])["connections"]["default"]["credentials"]
    other: Any = await asyncpg.connect(**{name: ours[name] for name in ("host", "port", "user", "database")})
    try:
        async with other.transaction(isolation="repeatable_read"):
            await other.fetch(question)
            yield
    finally:
        await other.close()


async def _secrets() -> list[bytes]:
    """What nobody may find on the disk after the close: the key, and what stands under it."""
    found: list[str | None] = [(await RoundKey.get()).key]
    for table in (Ballot, Receipt):
        found += [value for row in await table.all() for value in (row.id, row.mark)]
    return [str(each).encode() for each in [*found, *[row.id for row in await Voted.all()]]]


@pytest.mark.parametrize("question", ["SELECT * FROM priority_ballot", "SELECT id FROM person"])
async def test_a_reader_that_takes_long_is_not_waited_for_and_not_forgotten(
    poll: Poll, cast: Cast, question: str
) -> None:
    """Also one who has read nothing of the vote yet: what they may see still goes into new files, too."""
    round_id = await poll.begin(Phase.VOTE)
    await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:1])
    hidden = await _secrets()
    disk = await disk_of(poll)
    assert not [each for each in hidden if each not in disk], "there is something to be cleared"
    async with _reader(poll, question):
        assert (await poll.move_to(round_id, Phase.AGREE))["closed_at"] is not None
        assert await _is_waiting()
    await poll.house.run_jobs()
    assert not await _is_waiting()
    disk = await disk_of(poll)
    assert not [each for each in hidden if each in disk]
    assert await connection().execute_query_dict("SELECT count(*) AS many FROM priority_ballot") == [{"many": 1}]


async def test_what_a_restored_database_says_of_another_one_keeps_nothing_waiting(poll: Poll, cast: Cast) -> None:
    await Mark.create(name="clear:01round", value="" if dialect() == "sqlite" else "1000000000")
    await poll.house.run_jobs()
    assert not await _is_waiting()


@pytest.mark.parametrize("dialect", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
async def test_clearing_that_fails_is_tried_more_and_more_seldom(
    poll: Poll, cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    """As where a disk is too full for a table to be written anew (so it is with SQLite alone); here a table is away."""
    round_id = await poll.begin(Phase.VOTE)
    await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:1])
    async with away("priority_code"):
        assert (await poll.move_to(round_id, Phase.AGREE))["closed_at"] is not None, "the vote is sealed all the same"
        for _second in range(5):
            await poll.house.run_jobs()
        assert _failures(capsys) == 1
        for _minute in range(6):
            await poll.let_pass(timedelta(seconds=61))
            await poll.house.run_jobs()
        assert _failures(capsys) == 2, "after one minute, and after two more; then after four"
    await poll.let_pass(timedelta(minutes=5))
    await poll.house.run_jobs()
    assert not await Mark.filter(name__startswith="clear").exists()


def _failures(capsys: pytest.CaptureFixture[str]) -> int:
    said = capsys.readouterr()
    return (said.out + said.err).count("clearing_failed")

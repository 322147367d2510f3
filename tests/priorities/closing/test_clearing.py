"""Old pages are cleared after the close. Who reads for long keeps nobody waiting, and it is done after them."""

import sqlite3
from contextlib import closing

import asyncpg

from foundation.database import configuration, connection, dialect, sqlite_path
from foundation.models import Mark
from priorities.models import Phase
from tests.cast import Cast
from tests.priorities.poll import Poll


async def _is_waiting() -> bool:
    return await Mark.filter(name__startswith="clear:").exists()


async def test_a_reader_that_takes_long_is_not_waited_for_and_not_forgotten(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:1])
    url = poll.house.settings.database_url
    if dialect() == "sqlite":
        with closing(sqlite3.connect(str(sqlite_path(url)), isolation_level=None)) as reader:
            reader.execute("BEGIN")
            assert reader.execute("SELECT count(*) FROM priority_ballot").fetchone() == (1,)
            assert (await poll.move_to(round_id, Phase.AGREE))["closed_at"] is not None
            assert await _is_waiting()
    else:
        ours = configuration(poll.house.settings, [])["connections"]["default"]["credentials"]
        reader = await asyncpg.connect(**{name: ours[name] for name in ("host", "port", "user", "database")})
        held = reader.transaction()
        await held.start()
        await reader.fetch("SELECT * FROM priority_ballot")
        assert (await poll.move_to(round_id, Phase.AGREE))["closed_at"] is not None
        assert await _is_waiting()
        await held.rollback()
        await reader.close()
    await poll.house.run_jobs()
    assert not await _is_waiting()
    assert await connection().execute_query_dict("SELECT count(*) AS many FROM priority_ballot") == [{"many": 1}]

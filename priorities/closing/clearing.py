"""Old pages: what a database keeps of rows that are gone, until it writes something else there.

SQLite is written anew as a whole, with what is deleted overwritten, and its write-ahead log cut off. PostgreSQL writes
the tables of the vote anew; what its write-ahead log and an archive of that hold, its operator clears: docs/priorities.
Neither waits for who reads for long, as a backup does: everybody else would wait behind them.
"""

import asyncio
from collections.abc import Sequence
from typing import Final

import structlog
from tortoise.exceptions import OperationalError

from foundation.database import dialect
from foundation.queries import Query

log = structlog.get_logger("jobs")
_OVERWRITE: Final = Query("PRAGMA secure_delete = ON")
_LOOK: Final = Query("PRAGMA wal_checkpoint(PASSIVE)")
_VACUUM: Final = Query("VACUUM")
_CUT: Final = Query("PRAGMA wal_checkpoint(TRUNCATE)")
_ANEW: Final = {
    "priority_round_key": Query("VACUUM (FULL, SKIP_LOCKED) priority_round_key"),
    "priority_ballot": Query("VACUUM (FULL, SKIP_LOCKED) priority_ballot"),
    "priority_receipt": Query("VACUUM (FULL, SKIP_LOCKED) priority_receipt"),
    "priority_voted": Query("VACUUM (FULL, SKIP_LOCKED) priority_voted"),
    "priority_slip": Query("VACUUM (FULL, SKIP_LOCKED) priority_slip"),
    "priority_code": Query("VACUUM (FULL, SKIP_LOCKED) priority_code"),
    "priority_opinion": Query("VACUUM (FULL, SKIP_LOCKED) priority_opinion"),
}
_HELD: Final = Query(
    """
    WITH held AS (
        SELECT backend_xmin AS xid FROM pg_stat_activity WHERE datname = current_database() OR datname IS NULL
        UNION ALL
        SELECT backend_xid FROM pg_stat_activity WHERE datname = current_database() OR datname IS NULL
        UNION ALL SELECT xmin FROM pg_replication_slots
        UNION ALL SELECT transaction FROM pg_prepared_xacts
    ), sealed AS (SELECT age(CAST(CAST(CAST(? AS text) AS xid8) AS xid)) AS old)
    SELECT 1 AS held FROM held, sealed
    WHERE held.xid IS NOT NULL AND sealed.old >= 0 AND age(held.xid) >= sealed.old LIMIT 1
    """
)
"""Whether somebody may see still what a transaction deleted: rows of then go into a table’s new file, too. Whatever
they read, they are asked about, as a backup that has not come to the vote yet. One of a database that this was restored
from is not to be compared: it lies ahead.
"""
_FILE: Final = Query("SELECT relfilenode AS file FROM pg_class WHERE oid = to_regclass(?)")
_CHECKPOINT: Final = Query("CHECKPOINT")
_TRIES, _PAUSE = 20, 0.05
"""Ballots of another round hold a table for some milliseconds: it is free soon."""


async def overwrite_what_is_deleted() -> None:
    """Before the rows go. Nothing to do on PostgreSQL."""
    if dialect() == "sqlite":
        await _OVERWRITE.rows()


async def clear_old_pages(sealed: Sequence[str]) -> bool:
    """Outside of any transaction; False where somebody is reading what is to be cleared: try again later.

    `sealed`: what `rewriting_store` keeps of the transactions that wrote anew.
    """
    return await (_clear_file() if dialect() == "sqlite" else _clear_tables(sealed))


async def _clear_file() -> bool:
    [look] = await _LOOK.rows()
    if look["log"] != look["checkpointed"]:
        return False
    await _VACUUM.rows()
    [done] = await _CUT.rows()
    return not done["busy"]


async def _clear_tables(sealed: Sequence[str]) -> bool:
    for transaction in filter(None, sealed):
        if await _HELD.rows(transaction):
            return False
    for table in _ANEW:
        if not await _written_anew(table):
            return False
    try:
        await _CHECKPOINT.rows()
    except OperationalError:  # this role may not; PostgreSQL makes one by itself within minutes
        log.info("checkpoint_left_to_the_database")
    return True


async def _written_anew(table: str) -> bool:
    """A table that is written anew has another file; one that somebody holds was left as it is, without a word."""
    before = await _FILE.rows(table)
    for _try in range(_TRIES):
        await _ANEW[table].rows()
        if await _FILE.rows(table) != before:
            return True
        await asyncio.sleep(_PAUSE)
    return False

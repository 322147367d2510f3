"""Old pages: what a database keeps of rows that are gone, until it writes something else there.

SQLite is written anew as a whole, with what is deleted overwritten, and its write-ahead log cut off. PostgreSQL writes
the tables of the vote anew; what its write-ahead log and an archive of that hold, its operator clears: docs/operations.
"""

from typing import Final

import structlog
from tortoise.exceptions import OperationalError

from foundation.database import dialect
from foundation.queries import Query

log = structlog.get_logger("jobs")
_OVERWRITE: Final = Query("PRAGMA secure_delete = ON")
_VACUUM: Final = Query("VACUUM")
_CUT: Final = Query("PRAGMA wal_checkpoint(TRUNCATE)")
_ANEW: Final = (
    Query("VACUUM FULL priority_round_key"),
    Query("VACUUM FULL priority_ballot"),
    Query("VACUUM FULL priority_receipt"),
    Query("VACUUM FULL priority_voted"),
    Query("VACUUM FULL priority_slip"),
    Query("VACUUM FULL priority_code"),
    Query("VACUUM FULL priority_opinion"),
)
_CHECKPOINT: Final = Query("CHECKPOINT")


async def overwrite_what_is_deleted() -> None:
    """Before the rows go. Nothing to do on PostgreSQL."""
    if dialect() == "sqlite":
        await _OVERWRITE.rows()


async def clear_old_pages() -> bool:
    """Outside of any transaction; False where somebody is reading what is to be cleared: try again."""
    if dialect() == "sqlite":
        await _VACUUM.rows()
        [done] = await _CUT.rows()
        return not done["busy"]
    for table in _ANEW:
        await table.rows()
    try:
        await _CHECKPOINT.rows()
    except OperationalError:  # this role may not; PostgreSQL makes one by itself within minutes
        log.info("checkpoint_left_to_the_database")
    return True

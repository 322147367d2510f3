"""Doing something one after the other, where what is written depends on what stands there."""

from foundation.database import dialect
from foundation.queries import Query

_TURN = Query("SELECT pg_advisory_xact_lock(hashtextextended(?, 0)) AS mine")


async def take_turn(what: str) -> None:
    """Wait until nobody else has this turn, and keep it until the transaction ends. First thing in a transaction.

    For rows that none may have twice and no index keeps apart. In SQLite every transaction has its turn.
    """
    if dialect() == "postgres":
        await _TURN.rows(what)

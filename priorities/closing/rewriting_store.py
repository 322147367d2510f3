"""Writing the vote anew at the close: new rows in a new order, so that neither leads back to who cast what.

All of it inside one transaction that has locked the round.
"""

import asyncio
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from foundation.database import dialect
from foundation.ids import random_id
from foundation.models import Mark
from foundation.queries import Query

JSON = dict[str, Any]
_DROP_BALLOTS = Query("DELETE FROM priority_ballot WHERE round_id = ?")
_DROP_RECEIPTS = Query("DELETE FROM priority_receipt WHERE round_id = ?")
_DROP_VOTED = Query("DELETE FROM priority_voted WHERE round_id = ?")
_DROP_KEY = Query("DELETE FROM priority_round_key WHERE id = ?")
_DROP_OPINIONS = Query("DELETE FROM priority_opinion WHERE round_id = ? AND mark IN ?")
_ADD_BALLOT = Query("INSERT INTO priority_ballot (id, round_id, mark, tier, choices) VALUES (?, ?, NULL, ?, ?)")
_ADD_RECEIPT = Query("INSERT INTO priority_receipt (id, round_id, mark, receipt) VALUES (?, ?, NULL, ?)")
_VOTED = Query("SELECT voter, how, day FROM priority_voted WHERE round_id = ?")
_ADD_VOTED = Query("INSERT INTO priority_voted (id, round_id, voter, how, day) VALUES (?, ?, ?, ?, ?)")
_OPINION_MARKS = Query("SELECT DISTINCT mark FROM priority_opinion WHERE round_id = ?")
_OPINIONS = Query("SELECT statement_id, mark, opinion FROM priority_opinion WHERE round_id = ? AND mark IN ?")
_ADD_OPINION = Query("INSERT INTO priority_opinion (id, round_id, statement_id, mark, opinion) VALUES (?, ?, ?, ?, ?)")
_FORGET_SLIPS = Query(
    "UPDATE priority_slip SET receipt = '', reading = NULL, read_by_id = NULL, again = NULL, read_again_by_id = NULL"
    " WHERE round_id = ?"
)
_CLOSED = Query("UPDATE priority_round SET closed_at = ?, version = version + 1 WHERE id = ?")
_TRANSACTION = Query("SELECT CAST(pg_current_xact_id() AS text) AS id")
_PEOPLE_AT_ONCE = 100
_CLEAR = "clear:"


async def rewrite_ballots(round_id: str, ballots: Sequence[tuple[str, str, str]]) -> None:
    """`ballots`: new ids, published tiers and choices. Nothing that leads to a voter stays with them."""
    await _DROP_BALLOTS.rows(round_id)
    await _ADD_BALLOT.each([(id_, round_id, tier, choices) for id_, tier, choices in ballots])


async def rewrite_receipts(round_id: str, receipts: Sequence[tuple[str, str]]) -> None:
    """`receipts`: new ids and receipts."""
    await _DROP_RECEIPTS.rows(round_id)
    await _ADD_RECEIPT.each([(id_, round_id, receipt) for id_, receipt in receipts])


async def rewrite_voted(round_id: str) -> None:
    """Who has voted stays; of those without an account only that there was somebody."""
    rows = await _VOTED.rows(round_id)
    await _DROP_VOTED.rows(round_id)
    await _ADD_VOTED.each(await asyncio.to_thread(_voted_anew, round_id, rows))


async def rewrite_opinions(round_id: str) -> None:
    """What one person said stays together, under a mark that was never anybody’s."""
    marks = [row["mark"] for row in await _OPINION_MARKS.rows(round_id)]
    secrets.SystemRandom().shuffle(marks)
    # A hundred people at a time: each of them has said what they think of dozens of statements.
    for start in range(0, len(marks), _PEOPLE_AT_ONCE):
        some = marks[start : start + _PEOPLE_AT_ONCE]
        rows = await _OPINIONS.rows(round_id, some)
        await _DROP_OPINIONS.rows(round_id, some)
        await _ADD_OPINION.each(await asyncio.to_thread(_opinions_anew, round_id, rows))


def _voted_anew(round_id: str, rows: Sequence[JSON]) -> list[tuple[Any, ...]]:
    """Off the event loop, as there may be a hundred thousand."""
    return sorted(
        (random_id(), round_id, f"roll:{random_id()}" if ":" in row["voter"] else row["voter"], row["how"], row["day"])
        for row in rows
    )


def _opinions_anew(round_id: str, rows: Sequence[JSON]) -> list[tuple[Any, ...]]:
    marks = {row["mark"]: secrets.token_hex(32) for row in rows}
    return sorted((random_id(), round_id, row["statement_id"], marks[row["mark"]], row["opinion"]) for row in rows)


async def forget_slips(round_id: str) -> None:
    """What was read on slips, by whom, and which receipt is on which tear-off."""
    await _FORGET_SLIPS.rows(round_id)


async def remove_key(round_id: str) -> None:
    """From here on no mark can be made again. The pages where it stood are cleared after the commit."""
    await _DROP_KEY.rows(round_id)
    await Mark.filter(name=f"round_key:{round_id}").delete()
    written_by = "" if dialect() == "sqlite" else str((await _TRANSACTION.rows())[0]["id"])
    await Mark.filter(name=f"{_CLEAR}{round_id}").delete()
    await Mark.create(name=f"{_CLEAR}{round_id}", value=written_by)


async def remove_votes(round_id: str) -> None:
    """All that was cast in a round that was cancelled: it counts for nothing, and is nobody’s business."""
    for each in (_DROP_BALLOTS, _DROP_RECEIPTS, _DROP_VOTED):
        await each.rows(round_id)


async def set_closed(round_id: str, at: datetime) -> None:
    await _CLOSED.rows(at, round_id)


async def uncleared() -> dict[str, str]:
    """What was rewritten, and stands in old pages still: names for `set_cleared`, each with PostgreSQL’s id of the
    transaction that did it."""
    return {row["name"]: row["value"] for row in await Mark.filter(name__startswith=_CLEAR).values("name", "value")}


async def set_cleared(names: Sequence[str]) -> None:
    await Mark.filter(name__in=list(names)).delete()

"""Every query and insert of codes, and of whom they went to on the list of who has voted."""

from collections.abc import Sequence
from typing import Any

from foundation.database import dialect
from foundation.ids import random_id
from foundation.queries import Query
from priorities.ballots.models import Code

JSON = dict[str, Any]
_BY_HASH = "SELECT id, round_id, state, tier FROM priority_code WHERE round_id = ? AND code_hash = ?"
_BY_ID = "SELECT id, round_id, state, tier FROM priority_code WHERE round_id = ? AND id = ?"
_CODE, _CODE_LOCKED = Query(_BY_HASH), Query(_BY_HASH, "FOR UPDATE")
_LETTER, _LETTER_LOCKED = Query(_BY_ID), Query(_BY_ID, "FOR UPDATE")
_VOID = Query("UPDATE priority_code SET state = 'void' WHERE id = ?")
_FREE = Query("UPDATE priority_code SET state = 'void', id = ? WHERE id = ?")
_VOIDED = Query("SELECT count(*) AS codes, count(nullif(state, 'void')) AS good FROM priority_code WHERE round_id = ?")


async def code_of(round_id: str, code_hash: str) -> JSON | None:
    """A code of a round by its hash: `id`, `state`, `tier`."""
    rows = await _CODE.rows(round_id, code_hash)
    return rows[0] if rows else None


async def code_to_change(round_id: str, code_hash: str) -> JSON | None:
    """The same, for a transaction that writes it."""
    rows = await (_CODE if dialect() == "sqlite" else _CODE_LOCKED).rows(round_id, code_hash)
    return rows[0] if rows else None


async def letter_to_change(round_id: str, letter_id: str) -> JSON | None:
    """The same by its id, which who has the round’s key finds for a name and address."""
    rows = await (_LETTER if dialect() == "sqlite" else _LETTER_LOCKED).rows(round_id, letter_id)
    return rows[0] if rows else None


async def set_void(code_id: str) -> None:
    """Let a code count no more."""
    await _VOID.rows(code_id)


async def set_void_and_free(code_id: str) -> None:
    """The same, and its id is for another letter to the same person."""
    await _FREE.rows(random_id(), code_id)


async def add_codes(round_id: str, letters: Sequence[JSON]) -> None:
    """Add codes (`id`, `code_hash`, `tier`), in an order of their own: it must not be that of the addresses."""
    shuffled = sorted(letters, key=lambda letter: str(letter["code_hash"]))
    await Code.bulk_create(
        Code(id=each["id"], round_id=round_id, code_hash=each["code_hash"], tier=each["tier"]) for each in shuffled
    )


async def counts(round_id: str) -> tuple[int, int]:
    """How many codes of a round are good, used or not, and how many are void."""
    row = (await _VOIDED.rows(round_id))[0]
    return int(row["good"]), int(row["codes"] - row["good"])

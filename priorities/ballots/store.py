"""Every query around a ballot: what it is held by, who has voted, and what can be voted on."""

from datetime import date
from typing import Any, Final

from foundation.database import dialect
from foundation.ids import random_id
from foundation.queries import Query

JSON = dict[str, Any]
_HELD = """
    SELECT r.id, r.phase, r.vote_at, r.agree_at, k.key
    FROM priority_round r LEFT JOIN priority_round_key k ON k.id = r.id
    WHERE r.id = ?
    """
_HOLD = Query(_HELD, moments=("vote_at", "agree_at"))
_HOLD_SHARED = Query(_HELD, "FOR SHARE OF r", moments=("vote_at", "agree_at"))
_ADD_KEY = Query("INSERT INTO priority_round_key (id, key) VALUES (?, ?) ON CONFLICT (id) DO NOTHING")
_KEY = Query("SELECT key FROM priority_round_key WHERE id = ?")
ADD_VOTED: Final = """
    INSERT INTO priority_voted (id, round_id, voter, how, day) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (round_id, voter) DO NOTHING RETURNING id
    """
USE_CODE: Final = """
    UPDATE priority_code SET state = 'cast'
    WHERE round_id = ? AND code_hash = ? AND state NOT IN ('cast', 'void') RETURNING id
    """
_ADD_VOTED, _USE_CODE = Query(ADD_VOTED), Query(USE_CODE)
_VOTED = Query("SELECT how FROM priority_voted WHERE round_id = ? AND voter = ?")
_CODE_USED = Query("SELECT id FROM priority_code WHERE round_id = ? AND code_hash = ? AND state = 'cast'")
_OPTIONS = Query("SELECT id FROM priority_option WHERE round_id = ?")
_MOST_FIXED: Final = 200
_fixed: dict[str, frozenset[str]] = {}


async def hold_vote(round_id: str) -> JSON | None:
    """What casting needs of a round, with its key or None; nobody moves it on until the end of the transaction."""
    rows = await (_HOLD if dialect() == "sqlite" else _HOLD_SHARED).rows(round_id)
    return rows[0] if rows else None


async def add_key(round_id: str, key: str) -> str:
    """Give a round a key where it has none, as after it was restored; gives the one that it has."""
    await _ADD_KEY.rows(round_id, key)
    return str((await _KEY.rows(round_id))[0]["key"])


async def add_voted(round_id: str, voter: str, how: str, day: date) -> bool:
    """Write down that somebody has voted, or has paper or a code to vote with; False where it stands there already."""
    return bool(await _ADD_VOTED.rows(random_id(), round_id, voter, how, day))


async def how_voted(round_id: str, voter: str) -> str | None:
    """By what somebody voted, or is to vote: `account`, `slip` or `code`; None where they have not."""
    rows = await _VOTED.rows(round_id, voter)
    return str(rows[0]["how"]) if rows else None


async def use_code(round_id: str, code_hash: str) -> bool:
    """Write down that a code was voted with; False where it was before."""
    return bool(await _USE_CODE.rows(round_id, code_hash))


async def is_code_used(round_id: str, code_hash: str) -> bool:
    """Whether a code was voted with."""
    return bool(await _CODE_USED.rows(round_id, code_hash))


async def option_ids(round_id: str) -> frozenset[str]:
    """What can be voted on in a round whose vote was opened: it stands fixed from then on, and is asked for once."""
    if round_id not in _fixed:
        found = frozenset(str(row["id"]) for row in await _OPTIONS.rows(round_id))
        if not found:
            return found
        if len(_fixed) >= _MOST_FIXED:
            _fixed.clear()
        _fixed[round_id] = found
    return _fixed[round_id]

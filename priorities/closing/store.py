"""Every query of the close."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from datetime import date
from typing import Any, Final

from foundation.queries import Query
from priorities.option_rows import options_of

JSON = dict[str, Any]
_UNSEALED = Query(
    """
    SELECT id FROM priority_round
    WHERE phase IN ('agree', 'act', 'review', 'done') AND closed_at IS NULL ORDER BY id LIMIT ?
    """
)
_KEPT_IN_VAIN = Query(
    """
    SELECT r.id FROM priority_round r JOIN priority_round_key k ON k.id = r.id
    WHERE r.phase = 'cancelled' ORDER BY r.id LIMIT ?
    """
)
_BALLOTS = Query(
    "SELECT mark, tier, choices FROM priority_ballot WHERE round_id = ? AND mark > ? ORDER BY mark LIMIT ?"
)
_RECEIPTS = Query("SELECT mark, receipt FROM priority_receipt WHERE round_id = ? AND mark > ? ORDER BY mark LIMIT ?")
_READ_AT_ONCE: Final = 2000
_DAYS = Query("SELECT day, count(*) AS many FROM priority_voted WHERE round_id = ? AND how = 'account' GROUP BY day")
_SILENT = Query(
    """
    SELECT p.age_band AS label, count(*) AS could, count(v.id) AS voted
    FROM person p LEFT JOIN priority_voted v ON v.voter = p.id AND v.round_id = ? AND v.how = 'account'
    WHERE NOT EXISTS (
            SELECT 1 FROM priority_voted s WHERE s.voter = p.id AND s.round_id = ? AND s.how <> 'account'
        ) AND p.role = 'resident' AND p.neighbourhood_id = ? AND p.age_band IS NOT NULL
        AND p.closed_at IS NULL AND p.suspended_at IS NULL
        AND CASE WHEN p.confirmed_at IS NOT NULL THEN 'confirmed'
            WHEN p.postcode_given_at IS NOT NULL THEN 'postcode' ELSE 'email' END IN ?
    GROUP BY p.age_band ORDER BY p.age_band
    """
)
_MANY = Query(
    """
    SELECT (SELECT count(*) FROM priority_ballot WHERE round_id = ?) AS ballots,
        (SELECT count(*) FROM priority_receipt WHERE round_id = ?) AS receipts
    """
)
_CLOSE = Query(
    """
    SELECT c.sha256, c.ballots, c.root, c.statement, c.signature, c.at
    FROM priority_close c WHERE c.id = ?
    """,
    moments=("at",),
)
_FILE = Query("SELECT file FROM priority_close WHERE id = ?")
_FIRST_RECEIPTS = Query("SELECT receipt FROM priority_receipt WHERE round_id = ? ORDER BY receipt LIMIT ?")
_COUNTED = Query("SELECT id FROM priority_receipt WHERE round_id = ? AND receipt = ?")


async def unsealed(most: int) -> list[str]:
    """Rounds whose vote is over and not sealed yet."""
    return [str(row["id"]) for row in await _UNSEALED.rows(most)]


async def kept_in_vain(most: int) -> list[str]:
    """Rounds that were cancelled, and still have a key."""
    return [str(row["id"]) for row in await _KEPT_IN_VAIN.rows(most)]


async def options_as_they_stand(round_id: str) -> list[JSON]:
    """`{id, stands}`: what moderators have taken down takes no place."""
    return [{"id": row["id"], "stands": not row["taken_down"]} for row in await options_of(round_id)]


async def ballots_of(round_id: str) -> list[tuple[str, str]]:
    """Tier and choices of every ballot of a round that is not sealed yet."""
    return [(row["tier"], row["choices"]) async for row in _each(_BALLOTS, round_id)]


async def receipts_of(round_id: str) -> list[str]:
    """Every receipt of such a round."""
    return [str(row["receipt"]) async for row in _each(_RECEIPTS, round_id)]


async def _each(query: Query, round_id: str) -> AsyncIterator[JSON]:
    """By their marks, which all have until the close, some at a time: nothing else goes on while rows are unpacked."""
    last = ""
    while rows := await query.rows(round_id, last, _READ_AT_ONCE):
        for row in rows:
            yield row
        last = rows[-1]["mark"]


async def how_many(round_id: str) -> tuple[int, int]:
    """Ballots and receipts."""
    [row] = await _MANY.rows(round_id, round_id)
    return int(row["ballots"]), int(row["receipts"])


async def voted_by_day(round_id: str) -> dict[date, int]:
    """How many voted by an account, on each day."""
    found: Counter[date] = Counter()
    for row in await _DAYS.rows(round_id):
        found[date.fromisoformat(row["day"]) if isinstance(row["day"], str) else row["day"]] += row["many"]
    return dict(found)


async def turnout_by_age(round_id: str, neighbourhood: str, tiers: Sequence[str]) -> list[JSON]:
    """`{label, could, voted}` by age band, of residents with an account of these tiers who said theirs.

    Who was handed paper is left out: nobody knows here whether it came back.
    """
    return await _SILENT.rows(round_id, round_id, neighbourhood, list(tiers))


async def find_close(round_id: str) -> JSON | None:
    """What was published, without the file: that may have megabytes."""
    rows = await _CLOSE.rows(round_id)
    return rows[0] if rows else None


async def file_of(round_id: str) -> str:
    """The published file of a round that was closed."""
    return str((await _FILE.rows(round_id))[0]["file"])


async def first_receipts(round_id: str, most: int) -> list[str]:
    """So many of its receipts, in their order."""
    return [str(row["receipt"]) for row in await _FIRST_RECEIPTS.rows(round_id, most)]


async def titles_of(round_id: str) -> dict[str, str]:
    """The title of each option as it was put to the vote; empty where moderators have taken it down."""
    return {row["id"]: "" if row["taken_down"] else str(row["title"]) for row in await options_of(round_id)}


async def is_counted(round_id: str, receipt: str) -> bool:
    """Whether a receipt is among those of a round."""
    return bool(await _COUNTED.rows(round_id, receipt))

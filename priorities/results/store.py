"""Every query about results. None of them reads a ballot: what was counted stands in the close."""

from typing import Any, Final

import msgspec

from foundation.queries import Query
from priorities.closing.models import Close, Silent

JSON = dict[str, Any]


class _Stands(msgspec.Struct):
    id: str
    stands: bool


class _File(msgspec.Struct):
    """What is read of the file of a round’s ballots: its options alone."""

    options: list[_Stands]


_FILE: Final = msgspec.json.Decoder(_File)
_CLOSE = ("id", "result", "days", "ballots", "root", "sha256", "at")
_BEFORE = Query(
    """
    SELECT round.id, round.title, round.closed_at, round.quorum, closing.ballots
    FROM priority_round round JOIN priority_close closing ON closing.id = round.id
    WHERE round.neighbourhood_id = ? AND round.gather_at <= ? AND round.closed_at IS NOT NULL
    ORDER BY round.gather_at DESC, round.id DESC LIMIT ?
    """,
    moments=("closed_at",),
)


async def find_close(round_id: str) -> JSON | None:
    """What was published at the close of a round, without the file of its ballots."""
    rows = await Close.filter(id=round_id).values(*_CLOSE)
    return rows[0] if rows else None


async def fallen_at_close(round_id: str) -> frozenset[str] | None:
    """The options that could take no place: they were taken down when the vote closed. None before the close."""
    rows = await Close.filter(id=round_id).values("file")
    if not rows:
        return None
    return frozenset(one.id for one in _FILE.decode(rows[0]["file"]).options if not one.stands)


async def silent_of(round_id: str) -> list[JSON]:
    """How many of those who could vote did, by age band: `label`, `could`, `voted`."""
    found = Silent.filter(round_id=round_id).order_by("label", "id")
    return list(await found.values("label", "could", "voted"))


async def closes_until(row: JSON, most: int) -> list[JSON]:
    """A round and those before it in its neighbourhood that were counted: ballots and quorum, the latest first."""
    return await _BEFORE.rows(row["neighbourhood_id"], row["gather_at"], most)

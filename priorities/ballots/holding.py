"""Holding a round while something is written about its vote."""

from typing import Any
from zoneinfo import ZoneInfo

from priorities.ballots import store
from priorities.ballots.hours import check_vote_is_open
from priorities.policy import no_round
from priorities.round_rows import lock_round

JSON = dict[str, Any]


async def hold_open_vote(round_id: str, zone: ZoneInfo) -> JSON:
    """`store.hold_vote` of a round whose vote is open, beside others who hold it. Raises NotFound, Conflict."""
    return _checked(await store.hold_vote(round_id), zone)


async def lock_open_vote(round_id: str, zone: ZoneInfo) -> JSON:
    """The row of such a round, for this transaction alone. Raises NotFound, Conflict."""
    return _checked(await lock_round(round_id), zone)


def _checked(row: JSON | None, zone: ZoneInfo) -> JSON:
    if row is None:
        raise no_round()
    check_vote_is_open(row, zone)
    return row

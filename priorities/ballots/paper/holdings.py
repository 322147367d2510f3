"""The slips that somebody of the staff has typed in, and that wait for another, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from priorities.ballots.models import Slip


async def _slips(person: str) -> AsyncIterator[dict[str, Any]]:
    """Without what they read: it is somebody else’s ballot. Once a slip is counted, nothing leads to who read it."""
    for column in ("read_by_id", "read_again_by_id"):
        async for row in by_key(Slip.filter(**{column: person}), "round_id", "serial"):
            yield row


HELD_BY_PAPER = (Holding("slips_read", ("priority_slip.read_by_id", "priority_slip.read_again_by_id"), _slips),)

"""What the vote holds about a person: that they voted. What they chose leads to nobody, and is not theirs to take."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from priorities.ballots.models import Voted

JSON = dict[str, Any]


async def _voted(person: str) -> AsyncIterator[JSON]:
    """`how`: by an account, or that they were given a slip or a code to vote with."""
    async for row in by_key(Voted.filter(voter=person), "round_id", "how", "day"):
        yield {"round": row.pop("round_id"), "how": row["how"], "day": row["day"]}


HELD_BY_BALLOTS = (Holding("votes", ("priority_voted.voter",), _voted),)

"""Which proposals of a round are listed once people vote, and in which order they stand."""

from collections.abc import Iterable
from typing import Any

from foundation.queries import Query
from priorities.phases import vote_is_over

JSON = dict[str, Any]
_OPTIONS = Query("SELECT id FROM priority_option WHERE round_id = ?")


def is_voted_on(row: JSON) -> bool:
    """Whether the vote of a round (its row) has begun, or is over."""
    return row["phase"] == "vote" or vote_is_over(row)


def in_order(row: JSON, proposals: Iterable[JSON]) -> list[JSON]:
    """Those with most support first: but while people vote, and after, in the order in which they were made."""
    if is_voted_on(row):
        return sorted(proposals, key=lambda each: str(each["id"]))
    return sorted(proposals, key=lambda each: (-each["supporters"], each["id"]))


async def voted_on(round_id: str) -> set[str]:
    """The ids of what is voted on in a round; none before the vote."""
    return {str(row["id"]) for row in await _OPTIONS.rows(round_id)}

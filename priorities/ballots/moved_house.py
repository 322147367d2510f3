"""Who has moved house while people vote.

Since when somebody lives here does not tell: the vote where they came from may go on still, once this one opens.
"""

from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
_ELSEWHERE = Query(
    """
    SELECT v.id FROM priority_voted v JOIN priority_round r ON r.id = v.round_id
    WHERE v.voter = ? AND r.neighbourhood_id <> ? AND r.vote_at < ? AND r.agree_at > ? AND r.phase <> 'cancelled'
    LIMIT 1
    """
)


async def has_voted_elsewhere(voter: str, row: JSON) -> bool:
    """Whether somebody voted, or is to vote by slip or code, in a vote of another neighbourhood that was open at any
    time while this round’s (its row) is."""
    return bool(await _ELSEWHERE.rows(voter, row["neighbourhood_id"], row["agree_at"], row["vote_at"]))

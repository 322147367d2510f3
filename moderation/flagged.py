"""What was flagged and still waits for a decision."""

from collections import defaultdict
from datetime import timedelta

from foundation import clock
from foundation.queries import Query

_LOOKS_BACK = timedelta(days=31)
_MOST = 500
_UNDECIDED = Query(
    """
    SELECT flag.target_id, flag.reason FROM flag
    WHERE flag.target_type = ? AND flag.at > ? AND NOT EXISTS (
        SELECT 1 FROM decision
        WHERE decision.target_type = flag.target_type AND decision.target_id = flag.target_id AND decision.at > flag.at
    )
    ORDER BY flag.at DESC LIMIT ?
    """
)


async def undecided(target_type: str) -> dict[str, list[str]]:
    """The reasons of the flags of the last month on each thing that nobody has decided about since, by its id."""
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for row in await _UNDECIDED.rows(target_type, clock.now() - _LOOKS_BACK, _MOST):
        reasons[row["target_id"]].append(row["reason"])
    return dict(reasons)

"""Which proposals of a round are listed once people vote, and in which order they stand."""

from collections.abc import Iterable
from typing import Any

from foundation.permissions import Viewer
from foundation.queries import Query
from priorities.models import ProposalState
from priorities.phases import vote_is_over
from priorities.proposals.policy import is_author
from priorities.proposals.proposal_rows import proposals_of

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


async def listed(viewer: Viewer, row: JSON) -> list[JSON]:
    """The proposals of a round (its row) that everybody reads, and one’s own that wait, `in_order`.

    From the vote on those that are voted on: the others, `/rounds/ID/refused` lists.
    """
    options, rows = await voted_on(row["id"]), await proposals_of(row["id"])
    shown = {each["id"] for each in rows if each["state"] == ProposalState.PUBLISHED}
    shown = shown & options if is_voted_on(row) else shown
    waits = {each["id"] for each in rows if each["state"] == ProposalState.HELD and is_author(viewer, each)}
    return in_order(row, [each for each in rows if each["id"] in shown | waits])


async def voted_on(round_id: str) -> set[str]:
    """The ids of what is voted on in a round; none before the vote."""
    return {str(row["id"]) for row in await _OPTIONS.rows(round_id)}

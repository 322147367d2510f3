"""Which proposals are found by searching, kept in step with what is shown: in the transaction that changes either."""

from typing import Final

from foundation.queries import Query
from foundation.search.entries import Entry, put, remove
from foundation.text import plain_words
from priorities.models import ProposalState
from priorities.proposals.proposal_rows import find_proposal, proposals_by

KIND: Final = "priority"
"""As the search calls proposals, and the priorities that come of them."""
_FOUND = frozenset({ProposalState.PUBLISHED, ProposalState.REFUSED})
_TOGETHER = 100
_NEXT = Query("SELECT id FROM priority_proposal WHERE id > ? ORDER BY id LIMIT ?")
_GONE = Query(
    """
    DELETE FROM search_entry WHERE kind = 'priority' AND path LIKE '/proposals/%' AND target_id NOT IN (
        SELECT id FROM priority_proposal WHERE state IN ('published', 'refused')
    )
    """
)


async def proposal_changed(proposal_id: str) -> None:
    """Let it be found as it is now, or not: after it was shown, changed, taken down, refused or put together."""
    row = await find_proposal(proposal_id)
    if row is None or row["state"] not in _FOUND:
        await remove(KIND, [proposal_id])
        return
    words = [plain_words(row["html"]), row["place_name"], row["times"], row["affected"]]
    entry = Entry(
        kind=KIND,
        id=row["id"],
        force_id=row["force_id"],
        neighbourhood_id=row["neighbourhood_id"],
        path=f"/proposals/{row['id']}",
        at=row["created_at"],
        title=row["title"],
        words=" · ".join(filter(None, words)),
    )
    await put([entry])


async def found_again(after: str) -> tuple[int, str]:
    """Put the next proposals after this id into the index anew; gives how many, and the id of the last."""
    ids = [row["id"] for row in await _NEXT.rows(after, _TOGETHER)]
    for row in await proposals_by(ids):
        await proposal_changed(row["id"])
    return len(ids), ids[-1] if ids else after


async def forget_what_is_gone() -> None:
    """Take out proposals that stand in the index and are not shown; inside a transaction."""
    await _GONE.rows()

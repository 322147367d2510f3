"""What can be found of priorities, kept in step with what is shown: called in the transaction that changes either."""

from foundation.queries import Query
from foundation.search.entries import Entry, put, remove
from foundation.text import plain_words
from priorities.acting import store
from priorities.acting.priority_rows import find_priority
from priorities.proposals.finding import KIND

_TOGETHER = 100
_GONE = Query(
    """
    DELETE FROM search_entry
    WHERE kind = 'priority' AND path LIKE '/priorities/%' AND target_id NOT IN (
        SELECT priority.id FROM priority LEFT JOIN priority_proposal AS proposal ON proposal.id = priority.option_id
        WHERE priority.state = 'published'
            AND (proposal.state IS NULL OR proposal.state NOT IN ('hidden', 'rejected', 'held'))
    )
    """
)


async def priority_changed(priority_id: str) -> None:
    """Let a priority be found by its title, its words, the promise, and what was done; not one that is taken down."""
    row = await find_priority(priority_id)
    if row is None or row["hidden"]:
        await remove(KIND, [priority_id])
        return
    actions = await store.actions_of([priority_id])
    parts = [plain_words(row["issue_html"]), row["promise"], *(plain_words(each["html"]) for each in actions)]
    entry = Entry(
        kind=KIND,
        id=priority_id,
        path=f"/priorities/{priority_id}",
        at=row["created_at"],
        title=row["title"],
        words=" · ".join(filter(None, parts)),
        force_id=row["force_id"],
        neighbourhood_id=row["neighbourhood_id"],
        answered=bool(actions),
    )
    await put([entry])


async def found_again(after: str) -> tuple[int, str]:
    """Put the next priorities after this id into the index anew; gives how many, and the id of the last."""
    ids = await store.next_ids(after, _TOGETHER)
    for each in ids:
        await priority_changed(each)
    return len(ids), ids[-1] if ids else after


async def forget_what_is_gone() -> None:
    """Take out priorities that stand in the index and are not there; inside a transaction."""
    await _GONE.rows()

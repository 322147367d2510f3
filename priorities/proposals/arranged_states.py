"""What is written to a proposal where it is put together with another one, refused or discussed.

Inside the caller’s transaction, with the round’s row locked. Its version stays: it is that of the words.
"""

from foundation.queries import Query
from priorities.proposals.finding import proposal_changed

_MERGED = Query("UPDATE priority_proposal SET state = 'merged', merged_into_id = ? WHERE id = ?")
_REFUSED = Query("UPDATE priority_proposal SET state = 'refused', refused_reason = ?, refused_by_id = ? WHERE id = ?")
_STANDS_AGAIN = Query(
    """
    UPDATE priority_proposal
    SET merged_into_id = NULL,
        state = CASE WHEN state IN ('merged', 'refused') THEN 'published' ELSE state END
    WHERE id = ?
    """
)
_TOPIC = Query(
    "UPDATE priority_proposal SET topic_id = ? WHERE id = ? AND COALESCE(topic_id, '') = ? RETURNING round_id"
)


async def set_merged(proposal_id: str, into_id: str) -> None:
    await _MERGED.rows(into_id, proposal_id)
    await proposal_changed(proposal_id)


async def set_refused(proposal_id: str, reason: str, by: str) -> None:
    await _REFUSED.rows(reason, by, proposal_id)
    await proposal_changed(proposal_id)


async def set_standing_again(proposal_id: str) -> None:
    """It was merged or refused, and is not any more; why it was refused, and by whom, stays to be read.

    What moderators took down meanwhile stays down.
    """
    await _STANDS_AGAIN.rows(proposal_id)
    await proposal_changed(proposal_id)


async def set_topic(proposal_id: str, topic: str | None, before: str | None) -> str | None:
    """Say where it is talked about, and give its round; None where that is not `before` any more.

    The round’s row is not locked for it: while people vote, nobody is to wait for a topic.
    """
    rows = await _TOPIC.rows(topic, proposal_id, before or "")
    return str(rows[0]["round_id"]) if rows else None

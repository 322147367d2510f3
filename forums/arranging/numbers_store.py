"""Numbers without gaps in a topic that others were taken out of, and who had read how far."""

from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
# What is left of what they had read: before the numbers are others.
_READINGS = Query(
    """
    UPDATE forum_reading SET last_number = (
        SELECT COUNT(*) FROM forum_reply reply WHERE reply.topic_id = ? AND reply.number <= forum_reading.last_number
    )
    WHERE topic_id = ? AND last_number >= ?
    """
)
# In two steps: a number must not be there twice, not even while others are about to get theirs.
_RANKED = Query(
    """
    UPDATE forum_reply SET number = -ranked.place
    FROM (SELECT id, number AS was, ROW_NUMBER() OVER (ORDER BY number) AS place
          FROM forum_reply WHERE topic_id = ? AND number IS NOT NULL) AS ranked
    WHERE forum_reply.id = ranked.id AND ranked.place <> ranked.was
    """
)
_SETTLED = Query("UPDATE forum_reply SET number = -number WHERE topic_id = ? AND number < 0")
_COUNT = Query(
    """
    UPDATE forum_topic SET
        last_number = (SELECT COALESCE(MAX(number), 1) FROM forum_reply WHERE topic_id = forum_topic.id),
        replies = (SELECT COUNT(*) FROM forum_reply
                   WHERE topic_id = forum_topic.id AND number > 1 AND state = 'published')
    WHERE id = ?
    """
)
# A true parent stands in the same topic; what answers the topic itself has none.
_PARENTS = Query(
    """
    UPDATE forum_reply SET parent_id = NULL
    WHERE topic_id = ? AND parent_id IS NOT NULL AND parent_id NOT IN (
        SELECT id FROM forum_reply WHERE topic_id = ? AND number <> 1
    )
    """
)
_TO_TELL = Query(
    """
    UPDATE forum_to_tell SET topic_id = (SELECT topic_id FROM forum_reply WHERE id = forum_to_tell.reply_id)
    WHERE topic_id = ?
    """
)
_FOR_DIGEST = Query(
    """
    UPDATE forum_for_digest SET topic_id = (SELECT topic_id FROM forum_reply WHERE id = forum_for_digest.reply_id)
    WHERE topic_id = ?
    """
)


async def close_gaps(topic_id: str, first_gap: int) -> None:
    """Let the numbers of a topic count 1, 2, 3 … again from `first_gap` on, and everybody have read what they had."""
    await _READINGS.rows(topic_id, topic_id, first_gap)
    await _RANKED.rows(topic_id)
    await _SETTLED.rows(topic_id)
    await _PARENTS.rows(topic_id, topic_id)
    await recount(topic_id)


async def recount(topic_id: str) -> None:
    """Count its numbers and what is shown of it anew."""
    await _COUNT.rows(topic_id)


async def tell_where_it_is(topic_id: str) -> None:
    """Who is still to hear of what stood in a topic hears of it where it stands now."""
    await _TO_TELL.rows(topic_id)
    await _FOR_DIGEST.rows(topic_id)

"""Queries of topics and replies as moderation sees them."""

from collections.abc import Collection
from typing import Any, Final

from foundation.queries import Query

JSON = dict[str, Any]
_MOMENTS: Final = ("created_at",)
_SELECTED = """
    SELECT reply.id, reply.topic_id, reply.number, reply.parent_id, reply.author_id, reply.state, reply.body,
           reply.pending_body, reply.version, reply.created_at, reply.pictures, topic.title, topic.title_pending,
           topic.state AS topic_state, topic.author_id AS topic_author_id, topic.created_at AS topic_at,
           topic.forum_id, topic.force_id, topic.neighbourhood_id, forum.kind AS forum_kind,
           forum.neighbourhood_id AS forum_neighbourhood,
           (SELECT COUNT(*) FROM forum_reading reading
            WHERE reading.topic_id = topic.id AND reading.last_number >= reply.number) AS reach,
    """
_FROM = """
    FROM forum_reply reply
    JOIN forum_topic topic ON topic.id = reply.topic_id
    JOIN forum ON forum.id = topic.forum_id
    """
_REPLIES = Query(_SELECTED + "reply.id AS asked" + _FROM + "WHERE reply.id IN ?", moments=(*_MOMENTS, "topic_at"))
_TOPICS = Query(
    _SELECTED + "topic.id AS asked" + _FROM + "WHERE reply.topic_id IN ? AND reply.number = 1",
    moments=(*_MOMENTS, "topic_at"),
)
# A topic and its own text were posted under one id of their client's: so it is found in the topic that has it now.
_MERGED = Query(
    _SELECTED
    + "old.id AS asked"
    + _FROM
    + """
    JOIN forum_topic old ON old.author_id = reply.author_id AND old.client_id = reply.client_id
    WHERE old.id IN ? AND old.state = 'moved'
    """,
    moments=(*_MOMENTS, "topic_at"),
)
_LINES = (
    "SELECT id, author_id, state, body, created_at, number FROM forum_reply WHERE topic_id = ? AND number IS NOT NULL"
)
_BEFORE = Query(_LINES + " AND number < ? ORDER BY number DESC LIMIT ?", moments=_MOMENTS)
_AFTER = Query(_LINES + " AND number > ? ORDER BY number LIMIT ?", moments=_MOMENTS)
_EARLIER = Query(_LINES + " AND id < ? ORDER BY number DESC LIMIT ?", moments=_MOMENTS)
_LATER = Query(_LINES + " AND id > ? ORDER BY number LIMIT ?", moments=_MOMENTS)
_THESE = Query(_LINES + " AND (number = 1 OR id = ?)", moments=_MOMENTS)
_PLACE = Query("SELECT topic_id, number, parent_id FROM forum_reply WHERE id = ?")
_PICTURES = Query(
    """
    SELECT reply_id, sha256 FROM forum_picture WHERE reply_id IN ? AND removed_at IS NULL
    ORDER BY reply_id, CASE WHEN position < 0 THEN -1 - position ELSE position END, position
    """
)


async def replies(ids: Collection[str]) -> list[JSON]:
    """Replies with what they stand in, by `asked`."""
    return await _REPLIES.rows(list(ids))


async def topics(ids: Collection[str]) -> list[JSON]:
    """The own texts of topics, by `asked`: of a merged one, where it stands now."""
    found = await _TOPICS.rows(list(ids))
    missing = set(ids) - {row["asked"] for row in found}
    return [*found, *(await _MERGED.rows(list(missing)) if missing else [])]


async def pictures_of(reply_ids: Collection[str]) -> dict[str, list[str]]:
    """The digests of the pictures of these replies, in their order."""
    found: dict[str, list[str]] = {}
    for row in await _PICTURES.rows(list(reply_ids)) if reply_ids else []:
        found.setdefault(row["reply_id"], []).append(row["sha256"])
    return found


async def around(reply_id: str, most: int) -> tuple[list[JSON], list[JSON], list[JSON]]:
    """What stands before a reply and after it, in order, and its topic's own text with what it replies to.

    What waits has no number yet: it stands where it was written.
    """
    [place] = await _PLACE.rows(reply_id)
    topic, number = place["topic_id"], place["number"]
    before, after = (_EARLIER, _LATER) if number is None else (_BEFORE, _AFTER)
    at = reply_id if number is None else number
    above = await _THESE.rows(topic, place["parent_id"] or "")
    return (await before.rows(topic, at, most))[::-1], await after.rows(topic, at, most), above

"""What feeds tell of: only what anybody who sees the forum may read."""

from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]

_TOPICS = """
    SELECT topic.id, topic.title, topic.author_id, topic.created_at, topic.active_at, topic.section_id,
           CASE WHEN first.state = 'published' THEN first.html ELSE '' END AS html
    FROM forum_topic AS topic
    JOIN forum_reply AS first ON first.topic_id = topic.id AND first.number = 1
    WHERE topic.state = 'published' AND topic.forum_id = ?
    """
_LATEST = "ORDER BY topic.active_at DESC, topic.id DESC LIMIT ?"
_OF_FORUM = Query(_TOPICS, _LATEST, moments=("created_at", "active_at"))
_OF_SECTION = Query(_TOPICS, "AND topic.section_id = ?", _LATEST, moments=("created_at", "active_at"))
_REPLIES = Query(
    """
    SELECT id, number, author_id, html, official, created_at, edited_at FROM forum_reply
    WHERE topic_id = ? AND number IS NOT NULL AND state = 'published' ORDER BY number DESC LIMIT ?
    """,
    moments=("created_at", "edited_at"),
    truths=("official",),
)


async def latest_topics(forum: str, section: str | None, limit: int) -> list[JSON]:
    """The topics of a forum, or of one of its sections, that were written in last."""
    return await (_OF_SECTION.rows(forum, section, limit) if section else _OF_FORUM.rows(forum, limit))


async def latest_replies(topic: str, limit: int) -> list[JSON]:
    """The replies of a topic, its own text among them, the latest first."""
    return await _REPLIES.rows(topic, limit)

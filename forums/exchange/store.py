"""The queries of exchange: topics and replies by key, so that a forum of any size goes out in portions."""

from typing import Any

from forums.models import PostState, Reply, Topic
from foundation.queries import Query

JSON = dict[str, Any]
_TOPICS = Query(
    """
    SELECT topic.id, topic.title, topic.created_at, topic.active_at, topic.pinned_at, topic.archived_at,
           topic.locked_at, topic.solved_at, topic.answered_at, topic.place_name, section.slug
    FROM forum_topic topic JOIN forum_section section ON section.id = topic.section_id
    WHERE topic.forum_id = ? AND topic.state = 'published' AND topic.id > ? ORDER BY topic.id LIMIT ?
    """,
    moments=("created_at", "active_at", "pinned_at", "archived_at", "locked_at", "solved_at", "answered_at"),
)
_REPLIES = Query(
    """
    SELECT id, topic_id, number, author_id, parent_id, body, state, official, promised_for, created_at, edited_at
    FROM forum_reply WHERE topic_id = ? AND number > ? ORDER BY number LIMIT ?
    """,
    moments=("created_at", "edited_at"),
    truths=("official",),
)
_COUNT = Query("SELECT count(*) AS topics FROM forum_topic WHERE forum_id = ? AND state = 'published'")
_KNOWN = Query("SELECT id FROM forum_topic WHERE force_id = ? AND (external_id = ? OR id = ?)")


async def topics_after(forum_id: str, topic_id: str, limit: int) -> list[JSON]:
    """So many topics of a forum that are shown, by id, with their section's `slug`."""
    return await _TOPICS.rows(forum_id, topic_id, limit)


async def replies_after(topic_id: str, number: int, limit: int) -> list[JSON]:
    """So many replies of a topic, by number."""
    return await _REPLIES.rows(topic_id, number, limit)


async def count_topics(forum_id: str) -> int:
    return int((await _COUNT.rows(forum_id))[0]["topics"])


async def is_known(force_id: str, external_id: str) -> bool:
    """Whether a topic of a file was brought in before, or is one of our own."""
    return bool(await _KNOWN.rows(force_id, external_id, external_id))


async def add_topic(row: JSON) -> None:
    """Insert a topic. Raises IntegrityError where it was brought in meanwhile."""
    await Topic.create(state=PostState.PUBLISHED, **row)


async def add_replies(rows: list[JSON]) -> None:
    await Reply.bulk_create([Reply(**row) for row in rows], batch_size=500)

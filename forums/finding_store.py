"""Every query of what is to be found of forums."""

from collections.abc import Sequence
from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
_ROWS = """
    SELECT reply.id, reply.number, reply.html, reply.state, reply.official, reply.created_at, reply.topic_id,
           reply.author_id, topic.title, topic.state AS topic_state, topic.official_reply_id,
           topic.created_at AS topic_created_at, forum.kind AS forum_kind, forum.force_id, forum.neighbourhood_id,
           section.slug AS section, EXISTS (
               SELECT 1 FROM forum_topic merged WHERE merged.author_id = reply.author_id
               AND merged.client_id = reply.client_id AND merged.state = 'moved'
           ) AS was_topic
    FROM forum_reply reply
    JOIN forum_topic topic ON topic.id = reply.topic_id
    JOIN forum ON forum.id = topic.forum_id
    JOIN forum_section section ON section.id = topic.section_id
    """
_READ = {"moments": ("created_at", "topic_created_at"), "truths": ("official", "was_topic")}
_REPLIES = Query(_ROWS, "WHERE reply.id IN ?", **_READ)
_FIRST = Query(_ROWS, "WHERE reply.topic_id = ? AND reply.number = 1", **_READ)
_STALE = Query(
    """
    DELETE FROM search_entry WHERE parent_id = ? AND target_id NOT IN (
        SELECT id FROM forum_reply WHERE topic_id = ? AND state = 'published' AND number > 1
    )
    """
)
_MOVED = Query(
    """
    UPDATE search_entry SET force_id = ?, neighbourhood_id = ?, section = ?, audience = ?
    WHERE parent_id = ? AND (force_id <> ? OR COALESCE(neighbourhood_id, '') <> ? OR section <> ? OR audience <> ?)
    """
)
_MISSING = Query(
    """
    SELECT reply.id FROM forum_reply reply
    LEFT JOIN search_entry entry ON entry.id = 'reply:' || reply.id AND entry.parent_id = reply.topic_id
    WHERE reply.topic_id = ? AND reply.state = 'published' AND reply.number > 1 AND (entry.id IS NULL OR reply.official)
    ORDER BY reply.number
    """
)


async def replies_of(ids: Sequence[str]) -> list[JSON]:
    """These replies with what they stand in, whether they are shown or not."""
    return await _REPLIES.rows(list(ids)) if ids else []


async def first_of(topic_id: str) -> JSON | None:
    """A topic's own text with what it stands in."""
    rows = await _FIRST.rows(topic_id)
    return rows[0] if rows else None


async def remove_stale(topic_id: str) -> None:
    """Take out what is found under a topic and is not shown in it."""
    await _STALE.rows(topic_id, topic_id)


async def set_place(topic_id: str, place: JSON) -> None:
    """Have all that is found under a topic be found where it stands now: `force_id`, `neighbourhood_id`, `section` and
    `audience`.
    """
    here = (place["force_id"], place["neighbourhood_id"], place["section"], place["audience"])
    await _MOVED.rows(*here, topic_id, here[0], here[1] or "", *here[2:])


async def missing_in(topic_id: str) -> list[str]:
    """The ids of replies that are shown in a topic and not found under it, and of its official answers."""
    return [row["id"] for row in await _MISSING.rows(topic_id)]

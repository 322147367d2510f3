"""Counts of how heated topics are, and their slow mode."""

from datetime import datetime
from typing import Any

from forums.models import Topic
from foundation.queries import Query
from moderation.flags.weights import LEAST as OF_THE_MUTED

JSON = dict[str, Any]
# The latest numbers only: a long topic is not read through for it.
_PACE = Query(
    """
    SELECT COUNT(*) AS replies, COUNT(DISTINCT reply.author_id) AS authors FROM forum_reply reply
    JOIN forum_topic topic ON topic.id = reply.topic_id
    WHERE reply.topic_id = ? AND reply.number > 1 AND reply.number > topic.last_number - ? AND reply.created_at > ?
    """
)
# By the flags of that time, which are few: neither by all the replies of the topic nor by all flags there ever were.
_FLAGGERS = Query(
    """
    SELECT COUNT(DISTINCT flag.person_id) AS number FROM flag
    WHERE flag.at > ? AND flag.weight > ? AND CASE flag.target_type
        WHEN 'topic' THEN flag.target_id = ?
        WHEN 'reply' THEN EXISTS (
            SELECT 1 FROM forum_reply reply WHERE reply.id = flag.target_id AND reply.topic_id = ?
        )
    END
    """
)
_HAS_MODE = Query("SELECT 1 AS own FROM forum_topic WHERE id = ? AND mode IS NOT NULL")
# A mode that somebody chose stands: the topic's own, its section's or its forum's.
_SLOW = Query(
    """
    UPDATE forum_topic SET mode = 'slow', slow_seconds = ?, slowed_at = ?, slowed_for = ?, version = version + 1
    WHERE id = ? AND mode IS NULL AND locked_at IS NULL AND archived_at IS NULL AND state = 'published'
      AND COALESCE(
        (SELECT section.mode FROM forum_section section WHERE section.id = forum_topic.section_id),
        (SELECT forum.mode FROM forum WHERE forum.id = forum_topic.forum_id)
      ) IN ('open', 'newcomers')
    RETURNING forum_id
    """
)
_COOLED = Query(
    """
    UPDATE forum_topic SET mode = NULL, slow_seconds = NULL, slowed_at = NULL, slowed_for = '', version = version + 1
    WHERE id = ? AND slowed_at IS NOT NULL RETURNING forum_id
    """
)


async def pace_of(topic_id: str, most: int, since: datetime) -> tuple[int, int]:
    """How many of a topic's last replies (`most` at most) came in since, and by how many people."""
    [row] = await _PACE.rows(topic_id, most, since)
    return int(row["replies"]), int(row["authors"])


async def flaggers_of(topic_id: str, since: datetime) -> int:
    """How many people have flagged something in a topic since."""
    [row] = await _FLAGGERS.rows(since, OF_THE_MUTED, topic_id, topic_id)
    return int(row["number"])


async def has_mode(topic_id: str) -> bool:
    """Whether a topic has a mode of its own: chosen by somebody, or because it is slow already."""
    return bool(await _HAS_MODE.rows(topic_id))


async def slow_down(topic_id: str, seconds: int, at: datetime, why: str) -> str | None:
    """Have a topic be slow; gives its forum, None where it has a mode that somebody chose, or takes no words."""
    rows = await _SLOW.rows(seconds, at, why, topic_id)
    return str(rows[0]["forum_id"]) if rows else None


async def cool(topic_id: str) -> str | None:
    """Have it be as it was; gives its forum, None where somebody has set its mode meanwhile."""
    rows = await _COOLED.rows(topic_id)
    return str(rows[0]["forum_id"]) if rows else None


async def slow_since(moment: datetime) -> list[str]:
    """The topics that slowed down by themselves before a moment."""
    found = Topic.filter(slowed_at__lte=moment)
    return [str(id_) for id_ in await found.values_list("id", flat=True)]

"""What is shown in forums, for what moderation counts and looks through."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from forums.moderated_words import whole
from foundation.ids import first_id
from foundation.queries import Query

JSON = dict[str, Any]
_SHOWN = "reply.state = 'published' AND topic.state = 'published'"
_BOTH = "FROM forum_reply reply JOIN forum_topic topic ON topic.id = reply.topic_id"
# By the ids, which sort by time.
_REPLIES_SINCE = Query(
    "SELECT reply.id, reply.body",
    _BOTH,
    "WHERE reply.force_id = ? AND reply.id > ? AND reply.id >= ? AND reply.number > 1 AND",
    _SHOWN,
    "ORDER BY reply.id LIMIT ?",
)
_TOPICS_SINCE = Query(
    "SELECT topic.id, topic.title, reply.body",
    _BOTH,
    "WHERE topic.force_id = ? AND topic.id > ? AND topic.id >= ? AND reply.number = 1 AND",
    _SHOWN,
    "ORDER BY topic.id LIMIT ?",
)
_STANDING = Query(
    "SELECT reply.id",
    _BOTH,
    "JOIN forum ON forum.id = topic.forum_id",
    "WHERE reply.author_id = ? AND reply.created_at <= ? AND forum.kind <> 'staff' AND",
    _SHOWN,
    "LIMIT ?",
)
_WRITTEN = "SELECT COUNT(*) AS number FROM forum_reply reply WHERE reply.id >= ? AND reply.id < ?"
_WRITTEN_IN_ALL = Query(_WRITTEN)
_WRITTEN_IN = Query(_WRITTEN, "AND reply.force_id = ?")
_LAST = Query(
    "SELECT reply.id, reply.topic_id, reply.number, reply.body, topic.title, reply.created_at",
    _BOTH,
    "JOIN forum ON forum.id = topic.forum_id",
    "WHERE reply.force_id = ? AND forum.kind <> 'staff' AND",
    _SHOWN,
    "ORDER BY reply.id DESC LIMIT ?",
    moments=("created_at",),
)
_FIRST = Query("SELECT id FROM forum_reply WHERE topic_id = ? AND number = 1")
_SPOKE = Query("SELECT 1 AS spoke FROM forum_reply WHERE author_id = ? AND force_id = ? LIMIT 1")


async def replies_since(force: str, since: datetime, after: str, most: int) -> Sequence[JSON]:
    """`id` and `body` of replies that are shown, with ids after `after`, by id."""
    return await _REPLIES_SINCE.rows(force, after, first_id(since), most)


async def topics_since(force: str, since: datetime, after: str, most: int) -> Sequence[JSON]:
    """The same of topics: their titles and own texts."""
    rows = await _TOPICS_SINCE.rows(force, after, first_id(since), most)
    return [{"id": row["id"], "body": whole(row["title"], row["body"])} for row in rows]


async def count_standing(person: str, before: datetime, most: int) -> int:
    """How many of somebody's posts from before a moment everybody can read, `most` at most."""
    return len(await _STANDING.rows(person, before, most))


async def count_written(force: str | None, since: datetime, until: datetime) -> int:
    """Topics and replies written in a force's forums (None: in all), whatever became of them."""
    between = (first_id(since), first_id(until))
    rows = await (_WRITTEN_IN_ALL.rows(*between) if force is None else _WRITTEN_IN.rows(*between, force))
    return int(rows[0]["number"])


async def last_published(force: str, most: int) -> list[JSON]:
    """The last posts of a force that everybody can read, the newest first."""
    return await _LAST.rows(force, most)


async def first_reply_of(topic_id: str) -> str:
    """The id of a topic's own text."""
    [row] = await _FIRST.rows(topic_id)
    return str(row["id"])


async def has_spoken_in(person: str, force: str) -> bool:
    return bool(await _SPOKE.rows(person, force))

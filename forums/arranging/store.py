"""Rows of topics as they are arranged. Every topic is locked before its replies, two in the order of their ids."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from forums import topic_rows
from forums.models import Topic
from foundation.queries import Query

JSON = dict[str, Any]
_PINNED = Query("SELECT COUNT(*) AS number FROM forum_topic WHERE forum_id = ? AND pinned_at IS NOT NULL")
_LOCK_FORUM = Query("UPDATE forum SET mode = mode WHERE id = ?")
_QUIET = Query(
    """
    SELECT id FROM forum_topic
    WHERE active_at < ? AND archived_at IS NULL AND pinned_at IS NULL AND state = 'published' LIMIT ?
    """
)


async def lock_topic(topic_id: str) -> JSON:
    """As `topic_rows.lock_topic`, of a topic that must be there."""
    topic = await topic_rows.lock_topic(topic_id)
    if topic is None:
        raise LookupError("a topic that was fetched stays: it is marked, and never deleted")
    return topic


async def lock_topics(ids: Sequence[str]) -> dict[str, JSON]:
    """Those of several, each once; two processes that lock the same ones wait for each other in one order."""
    return {id_: await lock_topic(id_) for id_ in sorted(set(ids))}


async def set_topic(topic_id: str, **changes: Any) -> None:
    """Change columns of a topic that is locked."""
    await Topic.filter(id=topic_id).update(**changes)


async def lock_forum(forum_id: str) -> None:
    """Have whoever counts what stands in a forum wait until the end of the transaction. After its topics' locks."""
    await _LOCK_FORUM.rows(forum_id)


async def count_pinned(forum_id: str) -> int:
    [row] = await _PINNED.rows(forum_id)
    return int(row["number"])


async def quiet_since(moment: datetime, most: int) -> list[str]:
    """Topics in which nobody has written since, that are neither pinned nor archived."""
    return [str(row["id"]) for row in await _QUIET.rows(moment, most)]

"""Queries and inserts of posting."""

from datetime import datetime, timedelta
from typing import Any

from forums.models import PostState, Reply, Topic
from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query

JSON = dict[str, Any]
_A_DAY = timedelta(days=1)
_LAST_REPLY = Query(
    "SELECT max(created_at) AS at FROM forum_reply WHERE author_id = ? AND topic_id = ? AND created_at > ?",
    moments=("at",),
)


async def add_topic(place: JSON, author_id: str, values: JSON) -> str:
    """Insert a topic that nobody sees yet; gives its id. Raises IntegrityError where its client_id was used before.

    `place`: `force_id`, `neighbourhood_id`, `forum_id`, `section_id`. `values`: its other columns.
    """
    now = clock.now()
    row = {"id": new_id(), "state": PostState.HELD, "created_at": now, "active_at": now, **place, **values}
    await Topic.create(author_id=author_id, **row)
    return str(row["id"])


async def add_reply(place: JSON, author_id: str, values: JSON) -> str:
    """Insert a reply that nobody sees yet; gives its id. Raises IntegrityError where its client_id was used before.

    `place`: `topic_id`, `force_id`. `values`: its other columns.
    """
    row = {"id": new_id(), "state": PostState.HELD, "created_at": clock.now(), **place, **values}
    await Reply.create(author_id=author_id, **row)
    return str(row["id"])


async def began_topic(author_id: str, client_id: str) -> bool:
    """Whether what somebody sent under that id of their client's was a topic."""
    return await Topic.filter(author_id=author_id, client_id=client_id).exists()


async def last_reply_at(topic_id: str, author_id: str) -> datetime | None:
    """When somebody last replied in a topic, if it was within a day."""
    rows = await _LAST_REPLY.rows(author_id, topic_id, clock.now() - _A_DAY)
    at: datetime | None = rows[0]["at"]
    return at

"""Rows of topics that become one, and of one that becomes two again."""

from datetime import datetime
from typing import Any

from forums.arranging.merging.models import TopicAddress
from forums.following.watching.models import Watch, WatchKind
from forums.models import Reply
from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query

JSON = dict[str, Any]
# What answered the topic answers its own text now, which is one among many.
_APPEND = Query(
    "UPDATE forum_reply SET topic_id = ?, number = number + ?, parent_id = COALESCE(parent_id, ?) WHERE topic_id = ?"
)
_FIRST = Query("UPDATE forum_reply SET parent_id = NULL, body = ?, html = ?, version = version + ? WHERE id = ?")
# Whoever had read all of the one goes on in it where they were in the other; nobody misses anything.
_READ_ON = Query(
    """
    UPDATE forum_reading SET last_number = last_number + (
        SELECT other.last_number FROM forum_reading other
        WHERE other.person_id = forum_reading.person_id AND other.topic_id = ?
    )
    WHERE topic_id = ? AND last_number >= ? AND EXISTS (
        SELECT 1 FROM forum_reading other
        WHERE other.person_id = forum_reading.person_id AND other.topic_id = ?
    )
    """
)
_FOLLOWERS = Query(
    """
    SELECT person_id, how, by_itself FROM forum_watch
    WHERE kind = 'topic' AND target_id = ? AND person_id NOT IN (
        SELECT person_id FROM forum_watch WHERE kind = 'topic' AND target_id = ?
    )
    """,
    truths=("by_itself",),
)
_BLOCK = "topic_id = ? AND number >= ? AND number < ? AND created_at <= ?"
_COUNT_BLOCK = Query("SELECT COUNT(*) AS number FROM forum_reply WHERE", _BLOCK)
_TAKE_BLOCK = Query("UPDATE forum_reply SET topic_id = ? WHERE", _BLOCK)
_TAKE_WAITING = Query(
    """
    UPDATE forum_reply SET topic_id = ? WHERE topic_id = ? AND number IS NULL AND parent_id IN (
        SELECT id FROM forum_reply WHERE topic_id = ?
    )
    """
)
_MERGED_INTO = Query(
    """
    SELECT address.id, COALESCE(topic.title, '') AS title
    FROM forum_topic_address address LEFT JOIN forum_topic topic ON topic.id = address.id
    WHERE address.topic_id = ? ORDER BY address.at DESC, address.id DESC
    """
)


async def append(old: JSON, into: JSON, first: JSON) -> None:
    """Put all that was said in one topic behind what was said in another, in its order. `first` is its own text."""
    await _APPEND.rows(into["id"], into["last_number"], first["id"], old["id"])


async def set_first(first_id: str, body: str, html: str, *, other: bool) -> None:
    """The own text of a topic that is one among others' replies, or its topic's again. `other`: its words are."""
    await _FIRST.rows(body, html, int(other), first_id)


async def read_on(old_id: str, into: JSON) -> None:
    """Have those who had read both topics have read both in the one."""
    await _READ_ON.rows(old_id, into["id"], into["last_number"], old_id)


async def follow_on(old_id: str, into_id: str) -> None:
    """Have those who follow the one topic, or muted it, do so with the other."""
    rows = await _FOLLOWERS.rows(old_id, into_id)
    now = clock.now()
    await Watch.bulk_create(
        [Watch(id=new_id(), kind=WatchKind.TOPIC, target_id=into_id, since=now, **row) for row in rows],
        # Who began to follow the other one at this moment decided so.
        ignore_conflicts=True,
        batch_size=500,
    )


async def add_address(old_id: str, into_id: str, by: str) -> None:
    await TopicAddress.create(id=old_id, topic_id=into_id, by_id=by, at=clock.now())


async def find_address(old_id: str) -> JSON | None:
    """Where a merged topic's address leads, by whom and since when."""
    return await TopicAddress.filter(id=old_id).first().values("id", "topic_id", "by_id", "at")


async def addresses_into(topic_id: str) -> list[str]:
    """The ids of the topics that were merged into this one, the latest first."""
    found = TopicAddress.filter(topic_id=topic_id).order_by("-at", "-id")
    return [str(id_) for id_ in await found.values_list("id", flat=True)]


async def merged_into(topic_id: str) -> list[JSON]:
    """The same, each with its `id` and its `title`."""
    return await _MERGED_INTO.rows(topic_id)


async def remove_address(old_id: str) -> None:
    await TopicAddress.filter(id=old_id).delete()


async def merged_first(old: JSON) -> JSON | None:
    """The own text of a merged topic, wherever it stands: it was posted under its topic's `client_id`."""
    found = Reply.filter(author_id=old["author_id"], client_id=old["client_id"])
    return await found.first().values("id", "topic_id", "number", "body", "html", "state")


async def count_block(topic_id: str, first: int, most: int, at: datetime) -> int:
    """How many of so many numbers from `first` on were written before a moment."""
    [row] = await _COUNT_BLOCK.rows(topic_id, first, first + most, at)
    return int(row["number"])


async def take_block(topic_id: str, old_id: str, first: int, most: int, at: datetime) -> None:
    """Put these numbers back into their topic, and what waits as an answer to them."""
    await _TAKE_BLOCK.rows(old_id, topic_id, first, first + most, at)
    await _TAKE_WAITING.rows(old_id, topic_id, old_id)

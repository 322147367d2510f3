"""Every query of how far people have read."""

from collections.abc import Collection
from typing import Any

from forums.following.unread.models import TopicReading
from foundation import clock
from foundation.database import dialect
from foundation.ids import new_id
from foundation.queries import Query

JSON = dict[str, Any]

_RAISE = """
    ON CONFLICT (person_id, topic_id) DO UPDATE SET last_number = excluded.last_number, read_at = excluded.read_at
    WHERE excluded.last_number > forum_reading.last_number
    """
# Never further than there is something: what comes later is new.
_READ = """
    INSERT INTO forum_reading (id, person_id, topic_id, read_at, last_number) VALUES (
        ?, ?, ?, ?, (SELECT CASE WHEN ? < last_number THEN ? ELSE last_number END FROM forum_topic WHERE id = ?
    """
_SET_READ = Query(_READ, "))", _RAISE, "RETURNING last_number")
# Whoever makes a topic shorter at that moment is waited for, or shortens this mark too. SQLite has one writer anyway.
_SET_READ_IN_TURN = Query(_READ, "FOR SHARE))", _RAISE, "RETURNING last_number")
# Whoever had read what stood before it: what somebody else wrote meanwhile is still new to them.
_SET_WRITTEN = Query(
    """
    INSERT INTO forum_reading (id, person_id, topic_id, last_number, read_at)
    SELECT ?, reply.author_id, reply.topic_id, reply.number, reply.created_at FROM forum_reply AS reply
    WHERE reply.id = ? AND reply.number IS NOT NULL AND (
        reply.number = 1 OR EXISTS (
            SELECT 1 FROM forum_reading AS before WHERE before.person_id = reply.author_id
            AND before.topic_id = reply.topic_id AND before.last_number >= reply.number - 1
        )
    )
    """,
    _RAISE,
)
# Every page of a topic asks it: how far somebody has read, and what they decided about it, its section and its forum.
_PLACE = Query(
    """
    SELECT reading.last_number, watch.kind, watch.how
    FROM forum_topic AS topic
    LEFT JOIN forum_reading AS reading ON reading.topic_id = topic.id AND reading.person_id = ?
    LEFT JOIN forum_watch AS watch ON watch.person_id = ? AND (
        (watch.kind = 'topic' AND watch.target_id = topic.id)
        OR (watch.kind = 'section' AND watch.target_id = topic.forum_id || ':' || topic.section_id)
        OR (watch.kind = 'forum' AND watch.target_id = topic.forum_id)
    )
    WHERE topic.id = ?
    """
)
_LAST_NUMBERS = Query("SELECT id, last_number FROM forum_topic WHERE id IN ?")
_LAST_OF = Query("SELECT last_number FROM forum_topic WHERE id = ?")


async def place_in(person: str, topic: str) -> list[JSON]:
    """How far somebody has read a topic: `last_number` or None, in a row for each thing that they decided about.

    `kind`, `how`: of the topic, its section or its forum; one row with None where they decided about none.
    """
    return await _PLACE.rows(person, person, topic)


async def last_read_of(person: str, topics: Collection[str]) -> dict[str, int]:
    """The highest number that somebody has read of each of these topics; one they never opened is not in it."""
    rows = await TopicReading.filter(person_id=person, topic_id__in=list(topics)).values("topic_id", "last_number")
    return {row["topic_id"]: row["last_number"] for row in rows}


async def set_read(person: str, topic: str, number: int) -> int | None:
    """Note that somebody has read a topic up to a number; gives it, at most the topic's last.

    A lower one than before changes nothing, and gives None.
    """
    query = _SET_READ if dialect() == "sqlite" else _SET_READ_IN_TURN
    rows = await query.rows(new_id(), person, topic, clock.now(), number, number, topic)
    return int(rows[0]["last_number"]) if rows else None


async def set_written(reply: str) -> None:
    """Note that the author of a reply has read it, where they had read all before it. Inside a transaction."""
    await _SET_WRITTEN.rows(new_id(), reply)


async def last_numbers(topics: Collection[str]) -> dict[str, int]:
    """The highest number in each of these topics."""
    rows = await _LAST_NUMBERS.rows(list(topics)) if topics else []
    return {row["id"]: int(row["last_number"]) for row in rows}


async def last_number(topic: str) -> int:
    """The highest number in a topic; 0 where there is none."""
    rows = await _LAST_OF.rows(topic)
    return int(rows[0]["last_number"]) if rows else 0


async def who_has_read(topic: str, people: Collection[str], number: int) -> set[str]:
    """Those of these people who have read up to a number of a topic."""
    rows = TopicReading.filter(topic_id=topic, person_id__in=list(people), last_number__gte=number)
    return {str(id_) for id_ in await rows.values_list("person_id", flat=True)}

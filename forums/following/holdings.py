"""What somebody follows and has read, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from forums.following.mailing.models import ForDigest
from forums.following.unread.models import ForumVisit, TopicReading
from forums.following.watching.models import Watch
from foundation.paging import by_key

JSON = dict[str, Any]


async def _read(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(TopicReading.filter(person_id=person), "topic_id", "last_number", "read_at"):
        yield {"topic": row.pop("topic_id"), **row}


async def _visits(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(ForumVisit.filter(person_id=person), "forum_id", "visited_at", "before_at"):
        yield {"forum": row.pop("forum_id"), **row}


async def _watched(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Watch.filter(person_id=person), "kind", "target_id", "how", "by_itself", "since"):
        yield {"kind": row.pop("kind"), "id": row.pop("target_id"), **row}


async def _for_digest(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(ForDigest.filter(person_id=person), "topic_id", "reply_id", "why", "at"):
        yield {"topic": row.pop("topic_id"), "reply": row.pop("reply_id"), **row}


HELD_BY_FOLLOWING = (
    Holding("topics_read", ("forum_reading.person_id",), _read),
    Holding("forum_visits", ("forum_visit.person_id",), _visits),
    Holding("watches", ("forum_watch.person_id",), _watched),
    Holding("for_next_digest", ("forum_for_digest.person_id",), _for_digest),
)

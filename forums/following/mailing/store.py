"""Every query of what waits for people's digests."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from forums.following.mailing.models import ForDigest
from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query

JSON = dict[str, Any]
_WAITING_BEFORE = Query(
    "SELECT DISTINCT person_id FROM forum_for_digest WHERE topic_id = ? AND person_id IN ? AND why = 'watch'"
)
_NUMBERS = Query("SELECT id, topic_id, number FROM forum_reply WHERE number IS NOT NULL AND id IN ?")


async def add_for_digest(reply: str, topic: str, whys: Mapping[str, str]) -> None:
    """Have a reply told in people's next digests (person: why). Inside a transaction."""
    now = clock.now()
    rows = [
        ForDigest(id=new_id(), person_id=person, topic_id=topic, reply_id=reply, why=why, at=now)
        for person, why in whys.items()
    ]
    await ForDigest.bulk_create(rows, ignore_conflicts=True)


async def who_waits_for(topic: str, people: Collection[str]) -> set[str]:
    """Those of these people whose digest tells of the topic already: what follows in it is told with it."""
    rows = await _WAITING_BEFORE.rows(topic, list(people)) if people else []
    return {row["person_id"] for row in rows}


async def for_digest(person: str, limit: int) -> list[JSON]:
    """What waits for somebody's digest, the oldest first: id, topic_id, reply_id, why."""
    rows = ForDigest.filter(person_id=person).order_by("id").limit(limit)
    return await rows.values("id", "topic_id", "reply_id", "why")


async def numbers_of(replies: Collection[str]) -> dict[str, JSON]:
    """Where replies stand now, shown or not, by id: `topic_id`, `number`. One that was merged is in another topic."""
    rows = await _NUMBERS.rows(list(replies)) if replies else []
    return {row["id"]: row for row in rows}


async def remove_told(ids: Collection[str]) -> None:
    """Forget what was told in a digest."""
    await ForDigest.filter(id__in=list(ids)).delete()


async def remove_for_digest(replies: Collection[str]) -> None:
    """Take these out of every digest that is to come, but for what begins the news of a topic. Inside a transaction.

    That one stands for all that follow it, and is not told itself once it is not shown.
    """
    await ForDigest.filter(reply_id__in=list(replies)).exclude(why="watch").delete()


async def remove_for_digest_before(moment: datetime) -> None:
    """Forget what waited for digests that never came."""
    await ForDigest.filter(at__lt=moment).delete()

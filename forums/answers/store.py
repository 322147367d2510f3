"""Every query and change about official answers, their promises, and what is solved."""

from datetime import date, datetime
from typing import Any

from tortoise.expressions import Q

from forums.models import Reply, Topic
from foundation import clock
from foundation.queries import Query

JSON = dict[str, Any]
# Who wrote it is asked as their record is now: the mark of an officer who was suspended goes from their answers too.
_VERIFIED = """
    person.role = 'officer' AND person.suspended_at IS NULL AND person.closed_at IS NULL
    AND officer_record.confirmed_at IS NOT NULL
    """
_STANDING = Query(
    """
    SELECT reply.id, reply.created_at
    FROM forum_reply reply
    JOIN person ON person.id = reply.author_id
    JOIN officer_record ON officer_record.person_id = person.id
    WHERE reply.topic_id = ? AND reply.official AND reply.number > 1 AND reply.state = 'published' AND
    """,
    _VERIFIED,
    "ORDER BY reply.number DESC LIMIT 1",
    moments=("created_at",),
)
_TO_SETTLE = Query(
    """
    SELECT DISTINCT topic.id
    FROM forum_reply reply
    JOIN forum_topic topic ON topic.id = reply.topic_id
    JOIN person ON person.id = reply.author_id
    LEFT JOIN officer_record ON officer_record.person_id = person.id
    LEFT JOIN forum_reply standing ON standing.id = topic.official_reply_id
    WHERE reply.author_id = ? AND reply.official AND reply.number > 1 AND reply.state = 'published'
    AND (CASE WHEN
    """,
    _VERIFIED,
    "THEN standing.id IS NULL OR standing.number < reply.number ELSE standing.id = reply.id END)",
)
_PROMISE = ("id", "topic_id", "author_id", "promised_for")


async def standing_answer(topic_id: str) -> JSON | None:
    """The latest official answer of a topic that is shown, and whose author is a verified officer now."""
    rows = await _STANDING.rows(topic_id)
    return rows[0] if rows else None


async def set_answer(topic_id: str, reply_id: str | None, at: datetime | None) -> None:
    await Topic.filter(id=topic_id).update(official_reply_id=reply_id, answered_at=at)


async def topics_to_settle(person: str) -> list[str]:
    """Topics on top of which an answer of theirs stands and should not any more, or does not stand and should."""
    return [str(row["id"]) for row in await _TO_SETTLE.rows(person)]


async def set_official(reply_id: str, official: bool, day: date | None) -> None:
    await Reply.filter(id=reply_id).update(official=official, promised_for=day, promise_kept_at=None)


async def set_kept(reply_id: str) -> bool:
    """Say that a promise was kept; False where somebody said so before."""
    open_ones = Reply.filter(id=reply_id, official=True, promised_for__not_isnull=True, promise_kept_at=None)
    return bool(await open_ones.update(promise_kept_at=clock.now()))


async def set_solved(topic_id: str, by: str | None, reply_id: str | None) -> None:
    """Mark a topic as solved by what somebody says, by a reply or without; or, by None, as not solved."""
    at = clock.now() if by else None
    await Topic.filter(id=topic_id).update(solved_at=at, solved_by_id=by, solving_reply_id=reply_id)


async def late_promises(since: date, before: date, after: JSON | None, most: int) -> list[JSON]:
    """Those that are shown, whose day lies between these and that nobody has kept, by their days; `after` is a row."""
    late = Reply.filter(official=True, promise_kept_at=None, state="published")
    late = late.filter(promised_for__gte=since, promised_for__lt=before)
    if after is not None:
        day = after["promised_for"]
        late = late.filter(Q(promised_for__gt=day) | Q(promised_for=day, id__gt=after["id"]))
    return list(await late.order_by("promised_for", "id").limit(most).values(*_PROMISE))

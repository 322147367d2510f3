"""Whose questions were to become topics, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from forums.meeting.models import AskedToMove
from foundation.paging import by_key

JSON = dict[str, Any]
_COLUMNS = ("question_id", "surgery_id", "asked_at", "decided_at", "agreed", "topic_id")


async def _mine(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(AskedToMove.filter(asker_id=person), *_COLUMNS):
        yield _row(row)


async def _asked(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(AskedToMove.filter(asked_by_id=person), *_COLUMNS):
        yield _row(row)


def _row(row: JSON) -> JSON:
    named = {"question": row.pop("question_id"), "surgery": row.pop("surgery_id"), "topic": row.pop("topic_id")}
    return {**named, **row}


HELD_BY_MEETING = (
    Holding("questions_to_topics", ("forum_asked_to_move.asker_id",), _mine),
    Holding("questions_to_topics_asked", ("forum_asked_to_move.asked_by_id",), _asked),
)

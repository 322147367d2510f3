"""What becomes of questions, as far as it is about a person: their votes, and what they decided."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from rooms.questions.models import Question, QuestionVote

JSON = dict[str, Any]


async def _votes(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(QuestionVote.filter(person_id=person), "room_id", "question_id", "created_at"):
        yield {"room": row.pop("room_id"), "question": row.pop("question_id"), "at": row.pop("created_at")}


async def _decided(person: str) -> AsyncIterator[JSON]:
    columns = ("room_id", "state", "reason", "merged_into", "decided_at")
    async for row in by_key(Question.filter(decided_by=person), *columns):
        yield {"question": row.pop("id"), "room": row.pop("room_id"), **row}


HELD_BY_QUESTIONS = (
    Holding("question_votes", ("question_vote.person_id",), _votes),
    Holding("questions_decided", ("question.decided_by",), _decided),
)

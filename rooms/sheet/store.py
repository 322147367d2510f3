"""Every query about what can be ticked on a printed sheet."""

from typing import Any

from rooms.models import Message, MessageKind
from rooms.polls.models import Poll, PollState
from rooms.questions.models import Question, QuestionState

JSON = dict[str, Any]


async def posted_questions(room_id: str) -> list[JSON]:
    """Every question that was ever published in a room, in the order of the log, taken down or not."""
    asked = Message.filter(room_id=room_id, kind=MessageKind.QUESTION, posted_seq__not_isnull=True)
    return list(await asked.order_by("posted_seq").values("id", "state", "html"))


async def merged_questions(room_id: str) -> set[str]:
    """Those that are counted with another one."""
    merged = Question.filter(room_id=room_id, state=QuestionState.MERGED)
    return {str(id_) for id_ in await merged.values_list("id", flat=True)}


async def settled_questions(room_id: str) -> set[str]:
    """Those that wait no more: answered, promised, merged or closed."""
    settled = Question.filter(room_id=room_id).exclude(state=QuestionState.WAITING)
    answered = Message.filter(room_id=room_id, kind=MessageKind.ANSWER, posted_seq__not_isnull=True)
    ids = [*await settled.values_list("id", flat=True), *await answered.values_list("reply_to", flat=True)]
    return {str(id_) for id_ in ids}


async def polls(room_id: str) -> list[JSON]:
    """The polls that a room had, in their order, without those that were taken back."""
    held = Poll.filter(room_id=room_id).exclude(state=PollState.WITHDRAWN)
    return list(await held.order_by("opened_at", "id").values("id", "question", "options", "state"))

"""Every query and insert about printed sheets: what can be ticked on them, and what was."""

from collections.abc import Collection
from typing import Any

from foundation import clock
from foundation.ids import new_id
from rooms.models import Message, MessageKind
from rooms.polls.models import Poll, PollState
from rooms.questions.models import Question, QuestionState
from rooms.sheet.models import PaperCount

JSON = dict[str, Any]


async def counts(subject_ids: Collection[str]) -> list[JSON]:
    """What was ticked of these: rows of `subject_id`, `option`, `count`."""
    found = PaperCount.filter(subject_id__in=list(subject_ids))
    return list(await found.values("subject_id", "option", "count"))


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


async def set_count(room_id: str, subject: tuple[str, str], option: int, count: int, by: str) -> None:
    """Write down how many ticked this; `subject` is its type and id. Inside the caller's transaction."""
    subject_type, subject_id = subject
    values: JSON = {"count": count, "entered_by": by, "entered_at": clock.now()}
    if await PaperCount.filter(subject_id=subject_id, option=option).update(**values):
        return
    await PaperCount.create(
        id=new_id(), room_id=room_id, subject_type=subject_type, subject_id=subject_id, option=option, **values
    )

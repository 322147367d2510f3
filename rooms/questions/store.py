"""Every query and insert about what becomes of questions, but for the counting of votes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from rooms.models import Room, RoomHost, Status, Surgery
from rooms.questions.models import Question, QuestionState, QuestionVote

JSON = dict[str, Any]

_ASKED = """
    SELECT message.id, message.author_id, message.body, message.posted_seq, question.state, question.reason,
           question.promise_id, target.id AS "into", promise.state AS promise_state,
           EXISTS (
               SELECT 1 FROM room_message answer WHERE answer.room_id = message.room_id
               AND answer.reply_to = message.id AND answer.kind = 'answer' AND answer.state = 'published'
           ) AS answered
    FROM room_message message
    LEFT JOIN question ON question.id = message.id
    LEFT JOIN room_message target ON target.id = question.merged_into AND target.state = 'published'
    LEFT JOIN promise ON promise.id = question.promise_id
    WHERE message.room_id = ? AND message.kind = 'question' AND message.state = 'published'
    """
_ONE = Query(_ASKED + "AND message.id = ?", truths=("answered",))
_ALL = Query(_ASKED + "ORDER BY message.posted_seq", truths=("answered",))
_ADD_VOTE = Query(
    """
    INSERT INTO question_vote (id, question_id, room_id, person_id, created_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (question_id, person_id) DO NOTHING
    """
)


async def find_asked(room_id: str, question_id: str) -> JSON | None:
    """A question that is shown to everybody, as a row; None for one that is not, or is another room's."""
    found = await _ONE.rows(room_id, question_id)
    return found[0] if found else None


async def asked_in(room_id: str) -> list[JSON]:
    """The questions of a room that are shown to everybody, in the order of asking."""
    return await _ALL.rows(room_id)


async def add_vote(room_id: str, question_id: str, person_id: str) -> None:
    """Once a person and question, however many tabs and processes are at it: the unique row decides."""
    await _ADD_VOTE.rows(new_id(), question_id, room_id, person_id, clock.now())


async def remove_votes(question_ids: Sequence[str], person_id: str) -> None:
    await QuestionVote.filter(question_id__in=list(question_ids), person_id=person_id).delete()


async def set_question(room_id: str, question_id: str, state: QuestionState, by: str | None, **changes: Any) -> None:
    """Write where a question stands now. Under the room's lock, which an entry of its log takes."""
    fresh: JSON = {"merged_into": None, "reason": None, "decided_by": by, "decided_at": clock.now()}
    values = fresh | {"state": state} | changes
    if not await Question.filter(id=question_id).update(**values):
        await Question.create(id=question_id, room_id=room_id, **values)


async def set_waiting(question_id: str) -> None:
    """What was promised or closed has an answer now, which says so itself as long as it is shown."""
    parked = [QuestionState.PROMISED, QuestionState.CLOSED]
    await Question.filter(id=question_id, state__in=parked).update(state=QuestionState.WAITING)


async def merged_into(question_id: str) -> list[str]:
    """The ids of the questions that were put together with this one."""
    return [str(id_) for id_ in await Question.filter(merged_into=question_id).values_list("id", flat=True)]


async def move_merged(question_id: str, into: str) -> None:
    """What was put together with one goes along with it to another."""
    await Question.filter(merged_into=question_id).update(merged_into=into)


async def set_answering(room_id: str, question_id: str | None) -> None:
    await Room.filter(id=room_id).update(answering=question_id)


async def move_answering(room_id: str, question_id: str, to: str | None) -> None:
    """If this question is the one being answered, another takes its place, or none."""
    await Room.filter(id=room_id, answering=question_id).update(answering=to)


async def title_of(room_id: str) -> str:
    """The title of the surgery that a room belongs to."""
    return str(await Surgery.get(id=room_id).values_list("title", flat=True))


async def closed_between(since: datetime, until: datetime) -> list[str]:
    """The rooms that closed in that time."""
    closed = Room.filter(status=Status.CLOSED, closed_at__gte=since, closed_at__lt=until)
    return [str(id_) for id_ in await closed.values_list("id", flat=True)]


async def hosts_of(room_id: str) -> list[str]:
    return [str(id_) for id_ in await RoomHost.filter(room_id=room_id).values_list("person_id", flat=True)]

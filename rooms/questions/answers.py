"""What an answer in words does beside being one: it ends the picking, keeps a promise, and its askers are told."""

from collections.abc import Sequence

from aiohttp import web

from foundation.errors import Conflict
from foundation.language import _
from notices.kinds import NoticeKind
from rooms.log import Row
from rooms.presence import PRESENCE
from rooms.promises.answered import kept_by_answer
from rooms.questions import store
from rooms.questions.asked import access_asked
from rooms.questions.askers import askers_of, askers_told
from rooms.standing import Standing
from rooms.writing import Tell


async def check_stands_alone(room_id: str, question_id: str) -> None:
    """Raises Conflict for a question that was merged: its target is the one to answer."""
    if (await access_asked(room_id, question_id)).into:
        raise Conflict(_("This question was put together with another one. Answer that one."))


async def answered(
    app: web.Application, standing: Standing, question_id: str, answer_id: str
) -> tuple[Sequence[Row], Sequence[Tell]]:
    """Inside the answer's transaction, after its entry; gives further entries, and what to tell after the commit.

    Who is in the open room now reads it there, and gets no mail about it.
    """
    viewer, room_id = standing.viewer, standing.room_id
    asked = await access_asked(room_id, question_id)
    await store.move_answering(room_id, asked.id, None)
    rows = await kept_by_answer(room_id, asked.promise_id, viewer) if asked.promise_id else []
    await store.set_waiting(asked.id)
    askers = await askers_of(asked, room_id)
    people = [person for person in askers if not (standing.is_open and _is_here(app, room_id, person))]
    key = f"answered:{answer_id}"
    kind = NoticeKind.QUESTION_ANSWERED
    return rows, await askers_told(room_id, people, kind, _sentence, asked.id, key=key, but=viewer)


def _sentence(title: str) -> str:
    return _("Your question at “%(title)s” has been answered.", title=title)


def _is_here(app: web.Application, room_id: str, person: str) -> bool:
    return any(room == room_id for room, _visit in app[PRESENCE].visits_of(person))

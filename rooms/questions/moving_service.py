"""A question goes on elsewhere, as a topic of the forum."""

from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from rooms.log import append
from rooms.policy import access_room
from rooms.questions import store
from rooms.questions.asked import Asked, access_asked
from rooms.questions.askers import askers_of, askers_told
from rooms.questions.models import QuestionState
from rooms.questions.policy import access_to_decide
from rooms.standing import Standing
from rooms.writing import Change, write

JSON = dict[str, Any]


async def question_to_move(viewer: Viewer, room_id: str, question_id: str) -> JSON:
    """`{id, surgery, surgery_title, neighbourhood, asker, body, waits}`, for who decides about it.

    Raises NotFound, NotAllowed.
    """
    standing = await access_to_decide(viewer, room_id)
    return await _told(standing, await access_asked(room_id, question_id))


async def read_question(viewer: Viewer, room_id: str, question_id: str) -> JSON:
    """The same, for anybody who may read it; raises NotFound where it was taken down."""
    standing = await access_room(viewer, room_id)
    return await _told(standing, await access_asked(room_id, question_id))


async def question_moved(app: web.Application, by: Viewer, room_id: str, question_id: str, path: str) -> None:
    """Say in the surgery that it goes on at a path of ours, and tell who asked the same.

    Nothing where it was dealt with meanwhile. `by`: who agreed, and needs no telling.
    """
    address = f"{app[SETTINGS].public_url or ''}{path}"

    async def work() -> Change[None]:
        row = await append(room_id, "question_closed", subject_id=question_id)
        asked = await access_asked(room_id, question_id)
        if not asked.waits:
            raise _Settled
        reason = _("It goes on in the forum: %(address)s", address=address)
        await store.set_question(room_id, asked.id, QuestionState.CLOSED, by.id, reason=reason)
        await store.move_answering(room_id, asked.id, None)
        await add_entry(act="question.move", actor=by, subject_type="question", subject_id=asked.id)
        people = await askers_of(asked, room_id)
        kind = NoticeKind.QUESTION_TO_TOPIC
        key = f"moved:{asked.id}"
        return Change(
            None, rows=[row], tell=await askers_told(room_id, people, kind, _moved, asked.id, key=key, but=by)
        )

    try:
        await write(app, room_id, work)
    except _Settled:
        return


class _Settled(Exception):
    """Nothing is written in the log of a question that was dealt with."""


async def _told(standing: Standing, asked: Asked) -> JSON:
    return {
        "id": asked.id,
        "surgery": standing.room_id,
        "surgery_title": await store.title_of(standing.room_id),
        "neighbourhood": str(standing.room["neighbourhood_id"]),
        "asker": asked.author_id,
        "body": asked.body,
        "waits": asked.waits,
    }


def _moved(title: str) -> str:
    return _("Your question at “%(title)s” goes on in the forum. The address stands with it.", title=title)

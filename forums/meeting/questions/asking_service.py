"""A host asks whoever asked a question of a surgery whether it may become a topic."""

from functools import partial
from typing import Any

from aiohttp import web

from forums.meeting import store
from forums.meeting.ports import QUESTION_TO_MOVE, SurgeryQuestion
from forums.meeting.questions.askers import can_be_asked
from forums.meeting.questions.moving_service import client_id_for, move_to_topic
from forums.meeting.questions.titles import quoted_of, title_of
from forums.places.defaults import GENERAL
from forums.places.service import forum_of_neighbourhood, section_named
from forums.posting.new import NewTopic
from foundation.audit.entries import add_entry
from foundation.database import atomic
from foundation.errors import Conflict, NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Role, Viewer
from notices.kinds import NoticeKind
from notices.service import noticed, notify

JSON = dict[str, Any]


async def ask_to_move(app: web.Application, viewer: Viewer, surgery: str, question_id: str) -> str | None:
    """Ask whoever asked a question whether it may become a topic; told once, however often this is pressed.

    Where they can't be asked any more (a guest who is gone, an account that was closed), it becomes one at once, in
    the name of the officer who asks, with the public words as a quote; so it does where it is one's own. Gives that
    topic's id, None where the asker is asked. Raises NotFound, NotAllowed, Conflict (dealt with), and what posting
    does.
    """
    if QUESTION_TO_MOVE not in app:
        raise NotFound(_("There is nothing at this address."))
    question = await app[QUESTION_TO_MOVE](viewer, surgery, question_id)
    asked = await _asked(viewer, question)
    if asked["topic_id"]:
        return str(asked["topic_id"])
    if question.asker == viewer.id:
        return (await move_to_topic(app, viewer, asked, question, _own(question))).topic_id
    if not await can_be_asked(question.asker):
        _check_officer(viewer)
        return (await move_to_topic(app, viewer, asked, question, _in_their_place(question))).topic_id
    if await atomic(partial(_tell_asker, asked, question)):
        await noticed(question.asker)(app)
    return None


async def _asked(viewer: Viewer, question: SurgeryQuestion) -> JSON:
    found = await store.asked_of_question(question.id)
    if found is not None:
        if found["decided_at"] and not found["agreed"]:
            raise Conflict(_("Whoever asked this said no: it stays in the surgery."))
        return found
    if not question.waits:
        raise Conflict(_("Somebody has dealt with this question already. Look again."))
    forum = await forum_of_neighbourhood(question.neighbourhood)
    section = await section_named(forum, GENERAL)

    async def work() -> JSON:
        by = str(viewer.id)
        asked = await store.add_asked(question.id, question.surgery, question.asker, by, section["id"])
        await add_entry(act="question.ask-to-move", actor=viewer, subject_type="question", subject_id=question.id)
        return asked

    return await atomic(work)


def _check_officer(viewer: Viewer) -> None:
    if viewer.role is not Role.OFFICER:
        raise NotAllowed(_("Whoever asked this is gone. An officer can take it to the forum in their own name."))


def _own(question: SurgeryQuestion) -> NewTopic:
    return _new(question, title_of(question.body), question.body)


def _in_their_place(question: SurgeryQuestion) -> NewTopic:
    return _new(question, title_of(question.body), quoted_of(question.body, question.surgery_title))


def _new(question: SurgeryQuestion, title: str, body: str) -> NewTopic:
    columns = {"question_id": question.id}
    return NewTopic(client_id_for(question.id), title, body, confirm=True, columns=columns)


async def _tell_asker(asked: JSON, question: SurgeryQuestion) -> bool:
    def sentence() -> str:
        return _("May your question at “%(title)s” become a topic in the forum?", title=question.surgery_title)

    path = f"/questions/{asked['id']}/move"
    return await notify(question.asker, NoticeKind.QUESTION_TO_TOPIC, sentence, path, key=f"move:{asked['id']}")

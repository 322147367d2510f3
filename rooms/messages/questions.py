"""Answering a question: its answer is an item of its own, which can be edited, hidden and restored like any words."""

from collections.abc import Callable
from typing import Any

from aiohttp import web
from tortoise.exceptions import IntegrityError

from foundation.audit.entries import add_entry
from foundation.errors import Conflict, Invalid
from foundation.ids import new_id
from foundation.language import _
from foundation.permissions import Viewer
from foundation.text import check_text, rendered
from moderation.screening import Action, Context, screened
from moderation.sealed.service import check_unsealed
from rooms.finding import messages_changed
from rooms.log import append
from rooms.messages import store
from rooms.messages.drafts import Draft
from rooms.messages.outcomes import Outcome, outcome_of, warned
from rooms.messages.service import access_shown
from rooms.models import MessageKind, MessageState, Status
from rooms.policy import access_room_to_speak, check_open_to_words
from rooms.questions.answers import answered, check_stands_alone
from rooms.questions.policy import access_to_decide
from rooms.standing import Standing
from rooms.surgeries.store import set_host_seen
from rooms.writing import Change, write


async def answer_question(
    app: web.Application, viewer: Viewer, room_id: str, question_id: str, draft: Draft
) -> Outcome:
    """Answer a question as a host or guest host.

    Raises NotAllowed, Closed, NotFound, Invalid, Conflict (it has an answer, or was merged).
    """
    standing = await access_room_to_speak(viewer, room_id)
    return await _answer(app, standing, question_id, draft, check_open_to_words)


async def answer_what_remains(
    app: web.Application, viewer: Viewer, room_id: str, question_id: str, draft: Draft
) -> Outcome:
    """Answer a question in writing as who decides about it, also days after the close. Raises the same.

    The room stays closed: this is the one thing that is still said in it, and whoever asked is told.
    """
    standing = await access_to_decide(viewer, room_id)
    return await _answer(app, standing, question_id, draft, _check_was_open)


def _check_was_open(standing: Standing) -> None:
    if standing.room["status"] != Status.CLOSED:
        check_open_to_words(standing)


async def _answer(
    app: web.Application, standing: Standing, question_id: str, draft: Draft, check: Callable[[Standing], None]
) -> Outcome:
    viewer, room_id = standing.viewer, standing.room_id
    before = await store.find_by_client_id(room_id, str(viewer.id), draft.client_id)
    if before is not None:
        return outcome_of(before)
    check(standing)
    question = await access_shown(room_id, question_id)
    if question["kind"] != MessageKind.QUESTION:
        raise Invalid(_("This is not a question. Reply to it instead."))
    body = check_text(draft.body)
    await check_unsealed(app, standing.room["force_id"], body)
    verdict = await screened(body, Context(trusted=True, confirmed=draft.confirm))
    if verdict.action is Action.WARN:
        return warned(verdict)
    words = {"client_id": draft.client_id, "body": body, "html": await rendered(body)}
    try:
        return await write(app, room_id, lambda: _add_answer(app, standing, question_id, words))
    except IntegrityError:
        if first := await store.find_by_client_id(room_id, str(viewer.id), draft.client_id):
            return outcome_of(first)
        raise


async def _add_answer(
    app: web.Application, standing: Standing, question_id: str, words: dict[str, Any]
) -> Change[Outcome]:
    viewer, room_id = standing.viewer, standing.room_id
    if standing.is_open:
        await set_host_seen(room_id)
    else:  # by then it may be a colleague who was not there
        await add_entry(act="question.answer", actor=viewer, subject_type="question", subject_id=question_id)
    answer_id = new_id()
    row = await append(
        room_id, "question_answered", message_id=question_id, answer_id=answer_id, words=standing.is_open
    )  # fmt: skip
    # Asked under the room's lock, so that two hosts who answer at once don't both.
    if await store.find_answer(question_id, room_id):
        raise Conflict(_("This question has been answered. Reply to it to add something."))
    await check_stands_alone(room_id, question_id)
    values = words | {
        "id": answer_id,
        "kind": MessageKind.ANSWER,
        "state": MessageState.PUBLISHED,
        "reply_to": question_id,
        "posted_seq": row.seq,
        "text_seq": row.seq,
    }
    answer = await store.add_message(room_id, str(viewer.id), values)
    if not standing.is_open:
        await messages_changed([answer_id])
    rows, tell = await answered(app, standing, question_id, answer_id)
    return Change(outcome_of(answer), rows=[row, *rows], tell=tell)

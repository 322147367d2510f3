"""Marking a question as answered aloud, closing it with a reason, and taking either back."""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from foundation.audit.entries import add_entry
from foundation.errors import Conflict
from foundation.language import _
from foundation.permissions import Viewer
from moderation.explanations import check_explanation
from moderation.sealed.service import check_unsealed
from notices.kinds import NoticeKind
from rooms.log import append
from rooms.questions import store
from rooms.questions.asked import Asked, access_asked
from rooms.questions.askers import askers_of, askers_told
from rooms.questions.models import QuestionState
from rooms.questions.policy import access_to_decide
from rooms.writing import Change, write

_LONGEST_REASON = 500


async def mark_question(app: web.Application, viewer: Viewer, room_id: str, question_id: str) -> int:
    """Mark a question as answered: it was said aloud, or in the log. Gives the log's `seq`. Raises Conflict."""
    await access_to_decide(viewer, room_id)

    def sentence(title: str) -> str:
        return _("Your question at “%(title)s” was marked as answered.", title=title)

    told = (NoticeKind.QUESTION_ANSWERED, sentence)
    return await _settle(app, viewer, room_id, question_id, QuestionState.ANSWERED, "mark", told)


async def close_question(app: web.Application, viewer: Viewer, room_id: str, question_id: str, reason: str) -> int:
    """Close a question that gets no answer, with a reason that everybody reads. Raises Invalid, Conflict."""
    standing = await access_to_decide(viewer, room_id)
    reason = check_explanation(reason)[:_LONGEST_REASON]
    await check_unsealed(app, standing.room["force_id"], reason, field="reason")

    def sentence(title: str) -> str:
        return _("Your question at “%(title)s” was closed without an answer. The reason stands with it.", title=title)

    told = (NoticeKind.QUESTION_CLOSED, sentence)
    return await _settle(app, viewer, room_id, question_id, QuestionState.CLOSED, "close", told, reason=reason)


async def reopen_question(app: web.Application, viewer: Viewer, room_id: str, question_id: str) -> int:
    """Let a question that was marked or closed wait again. Raises Conflict for any other."""
    await access_to_decide(viewer, room_id)

    async def work() -> Change[int]:
        row = await append(room_id, "question_reopened", subject_id=question_id)
        asked = await access_asked(room_id, question_id)
        if asked.answered or asked.stands not in (QuestionState.ANSWERED, QuestionState.CLOSED):
            raise Conflict(_("Only a question that was marked as answered or closed can be opened again."))
        await store.set_question(room_id, asked.id, QuestionState.WAITING, viewer.id)
        await add_entry(act="question.reopen", actor=viewer, subject_type="question", subject_id=asked.id)
        return Change(row.seq, rows=[row])

    return await write(app, room_id, work)


def check_waits(asked: Asked) -> None:
    """Raises Conflict for a question that somebody has dealt with, or that was merged."""
    if not asked.waits:
        raise Conflict(_("Somebody has dealt with this question already. Look again."))


async def _settle(
    app: web.Application,
    viewer: Viewer,
    room_id: str,
    question_id: str,
    state: QuestionState,
    verb: str,
    told: tuple[NoticeKind, Callable[[str], str]],
    **changes: Any,
) -> int:
    async def work() -> Change[int]:
        # The entry first: it takes the room's lock, under which the question is what it is.
        row = await append(room_id, _KINDS[state], subject_id=question_id)
        asked = await access_asked(room_id, question_id)
        check_waits(asked)
        await store.set_question(room_id, asked.id, state, viewer.id, **changes)
        await store.move_answering(room_id, asked.id, None)
        act = f"question.{verb}"
        reason = str(changes.get("reason", ""))
        await add_entry(act=act, actor=viewer, subject_type="question", subject_id=asked.id, reason=reason)
        people = await askers_of(asked, room_id)
        key = f"{verb}:{asked.id}:{row.seq}"
        tell = await askers_told(room_id, people, told[0], told[1], asked.id, key=key, but=viewer)
        return Change(row.seq, rows=[row], tell=tell)

    return await write(app, room_id, work)


_KINDS = {QuestionState.ANSWERED: "question_marked", QuestionState.CLOSED: "question_closed"}

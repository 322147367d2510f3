"""Whoever asked a question of a surgery says whether it may become a topic."""

from typing import Any

from aiohttp import web

from forums.meeting import store
from forums.meeting.ports import READ_QUESTION, SurgeryQuestion
from forums.meeting.questions.moving_service import move_to_topic, tell_host
from forums.meeting.questions.titles import title_of
from forums.posting.new import NewTopic
from forums.posting.outcomes import Outcome
from foundation.database import atomic
from foundation.errors import Conflict, NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Viewer
from notices.service import noticed

JSON = dict[str, Any]


async def access_asked(app: web.Application, viewer: Viewer, asked_id: str) -> tuple[JSON, SurgeryQuestion]:
    """What somebody is asked, for them alone, with their question. Raises NotFound."""
    asked = await store.find_asked(asked_id) if is_id(asked_id) else None
    if asked is None or viewer.id != asked["asker_id"] or READ_QUESTION not in app:
        raise NotFound(_("There is nothing at this address."))
    return asked, await app[READ_QUESTION](asked["surgery_id"], asked["question_id"])


def proposed_words(question: SurgeryQuestion) -> JSON:
    """What the asker's form begins with: `{title, body}`."""
    return {"title": title_of(question.body), "body": question.body}


async def agree(app: web.Application, viewer: Viewer, asked_id: str, new: NewTopic) -> Outcome:
    """Yes: it becomes a topic in their name, with the words that they give it; whoever asked them is told.

    Raises NotFound, Conflict (they have said no), and what `post_topic` does. Warned of, nothing is decided yet.
    """
    asked, question = await access_asked(app, viewer, asked_id)
    if asked["decided_at"] and not asked["agreed"]:
        raise Conflict(_("You have said no to this. You can begin a topic yourself at any time."))
    return await move_to_topic(app, viewer, asked, question, new)


async def refuse(app: web.Application, viewer: Viewer, asked_id: str) -> None:
    """No: it stays in its surgery, and whoever asked them is told. Raises NotFound, Conflict (it is a topic)."""
    asked, _question = await access_asked(app, viewer, asked_id)

    async def work() -> bool:
        if not await store.set_decided(asked_id, agreed=False, topic_id=None):
            return False
        return await tell_host(asked, _said_no, f"/surgeries/{asked['surgery_id']}/remains")

    if asked["topic_id"]:
        raise Conflict(_("This question is a topic already."))
    if await atomic(work):
        await noticed(asked["asked_by_id"])(app)


def _said_no() -> str:
    return _("Whoever asked the question would rather not have it in the forum. It stays in the surgery.")

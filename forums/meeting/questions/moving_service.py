"""A question of a surgery becomes a topic, and whoever asked for that is told."""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from forums.meeting import store
from forums.meeting.ports import QUESTION_MOVED, SurgeryQuestion
from forums.places.service import forum_of_neighbourhood
from forums.posting.new import NewTopic
from forums.posting.outcomes import Outcome
from forums.posting.service import post_topic
from foundation.database import atomic
from foundation.language import _
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from notices.service import noticed, notify

JSON = dict[str, Any]


async def move_to_topic(
    app: web.Application, viewer: Viewer, asked: JSON, question: SurgeryQuestion, new: NewTopic
) -> Outcome:
    """Begin the topic in the viewer's name; warned of, nothing is decided yet. Raises what `post_topic` does."""
    forum = await forum_of_neighbourhood(question.neighbourhood)
    outcome = await post_topic(app, viewer, forum["id"], new)
    if outcome.topic_id:
        await _decided(app, viewer, asked, question, outcome.topic_id)
    return outcome


def client_id_for(question_id: str) -> str:
    """One topic for one question, however often it is sent."""
    return f"question-{question_id}"


async def tell_host(asked: JSON, sentence: Callable[[], str], path: str) -> bool:
    """Tell whoever asked what became of it, once, inside the caller's transaction."""
    return await notify(asked["asked_by_id"], NoticeKind.STAFF, sentence, path, key=f"moved:{asked['id']}")


async def _decided(app: web.Application, viewer: Viewer, asked: JSON, question: SurgeryQuestion, topic_id: str) -> None:
    async def work() -> tuple[bool, bool]:
        decided = await store.set_decided(asked["id"], agreed=True, topic_id=topic_id)
        told = decided and viewer.id != asked["asked_by_id"]
        return decided, told and await tell_host(asked, _said_yes, f"/topics/{topic_id}")

    decided, told = await atomic(work)
    if told:
        await noticed(asked["asked_by_id"])(app)
    if decided and QUESTION_MOVED in app:
        await app[QUESTION_MOVED](viewer, question.surgery, question.id, f"/topics/{topic_id}")


def _said_yes() -> str:
    return _("Whoever asked the question said yes: it goes on in the forum.")

"""A question of a surgery becomes a topic, and whoever asked for that is told."""

from collections.abc import Callable
from functools import partial
from typing import Any

from aiohttp import web

from forums.meeting import store
from forums.meeting.ports import SurgeryQuestion
from forums.meeting.questions.shown_service import question_goes_on
from forums.places.service import forum_of_neighbourhood
from forums.posting.new import NewTopic
from forums.posting.outcomes import Outcome
from forums.posting.service import post_topic
from foundation.database import atomic
from foundation.permissions import Viewer
from notices.kinds import NoticeKind
from notices.service import notify

JSON = dict[str, Any]


async def move_to_topic(
    app: web.Application, viewer: Viewer, asked: JSON, question: SurgeryQuestion, new: NewTopic
) -> Outcome:
    """Begin the topic in the viewer's name; warned of, nothing is decided yet. Raises what `post_topic` does.

    While it is held, the question stays as it is in its surgery: nobody could read where it goes on.
    """
    forum = await forum_of_neighbourhood(question.neighbourhood)
    outcome = await post_topic(app, viewer, forum["id"], new)
    if outcome.topic_id:
        await atomic(partial(store.set_decided, asked["id"], agreed=True, topic_id=outcome.topic_id))
        await question_goes_on(app, outcome.topic_id, viewer)
    return outcome


def client_id_for(question_id: str) -> str:
    """One topic for one question, however often it is sent."""
    return f"question-{question_id}"


async def tell_host(asked: JSON, sentence: Callable[[], str], path: str) -> bool:
    """Tell whoever asked what became of it, once, inside the caller's transaction."""
    return await notify(asked["asked_by_id"], NoticeKind.STAFF, sentence, path, key=f"moved:{asked['id']}")

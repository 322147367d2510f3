"""Official answers: who gives one, and which of a topic's stands on top."""

from functools import partial

from aiohttp import web

from accounts.people import persons
from forums.answers import store
from forums.finding import topic_changed
from forums.finding_anew import topics_found_wrong
from forums.standing import Standing
from forums.topic_rows import lock_topic
from forums.writing import Change, write
from foundation.errors import NotAllowed
from foundation.language import _
from foundation.permissions import Role


async def check_official(standing: Standing) -> None:
    """Raises NotAllowed unless the viewer is a verified officer who serves this forum, as the record is now."""
    viewer = standing.viewer
    if viewer.id is None or viewer.role is not Role.OFFICER or not standing.is_staff:
        raise _not_an_officer()
    found = await persons([viewer.id])
    if viewer.id not in found or found[viewer.id]["officer"] is None:
        raise _not_an_officer()


async def settle_answer(topic_id: str) -> None:
    """Find again which official answer stands on top of a topic, after one was shown, taken down or moved.

    Inside the caller's transaction.
    """
    answer = await store.standing_answer(topic_id)
    if answer is None:
        await store.set_answer(topic_id, None, None)
    else:
        await store.set_answer(topic_id, answer["id"], answer["created_at"])


async def settle_answers_of(app: web.Application, person: str) -> None:
    """Their record is another now: their answers come off the top of topics, or stand there again."""
    for topic_id in sorted({*await store.topics_to_settle(person), *await topics_found_wrong(person)}):
        await write(app, partial(_settle, topic_id))


async def _settle(topic_id: str) -> Change[None]:
    topic = await lock_topic(topic_id)
    if topic is None:
        return Change(None)
    await settle_answer(topic_id)
    await topic_changed(topic_id)
    return Change(None, topics=[topic_id], forums=[topic["forum_id"]])


def _not_an_officer() -> NotAllowed:
    return NotAllowed(_("Only an officer who serves here can give an official answer."))

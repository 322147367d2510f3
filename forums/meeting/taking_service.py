"""A topic is taken to the next surgery as a question, or to the priorities as a proposal."""

from functools import partial

from aiohttp import web

from forums.meeting import store
from forums.meeting.ports import ASK_SURGERY, PUT_FORWARD, SurgeryShown, WasAsked, WasProposed
from forums.meeting.service import may_put_forward, next_surgery_for, takes_proposals
from forums.models import PostState
from forums.policy import access_topic
from forums.reply_rows import find_number
from forums.standing import Standing
from forums.writing import Change, write
from foundation.audit.entries import add_entry
from foundation.errors import NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Viewer

_LONGEST_BEGINNING = 600
"""Characters of a topic's text that its question begins with."""


async def access_to_take(app: web.Application, viewer: Viewer, topic_id: str) -> tuple[Standing, SurgeryShown]:
    """The topic and the surgery that it can be taken to. Raises NotFound, NotAllowed (not theirs, or no surgery)."""
    standing = await access_topic(viewer, topic_id)
    surgery = await next_surgery_for(app, standing)
    if surgery is None:
        raise NotAllowed(_("There is no surgery that you could take this topic to now."))
    return standing, surgery


async def question_of(standing: Standing) -> str:
    """The topic as a question: its title, and how its text begins."""
    body = " ".join((await text_of(standing)).split())
    beginning = body if len(body) <= _LONGEST_BEGINNING else body[:_LONGEST_BEGINNING].rsplit(" ", 1)[0] + "…"
    return f"{standing.topic['title']}\n\n{beginning}".strip()


async def take_to_surgery(
    app: web.Application, viewer: Viewer, topic_id: str, words: str, client_id: str, *, confirm: bool
) -> tuple[WasAsked, SurgeryShown]:
    """Put it to the next surgery of its neighbourhood, in the viewer's name; warned of, nothing is stored.

    Once: where it was taken to this surgery before, nothing more is asked there.

    Raises NotFound, NotAllowed, and what asking there does.
    """
    standing, surgery = await access_to_take(app, viewer, topic_id)
    if standing.topic["asked_at_id"] == surgery.id:
        return WasAsked("published", None, None), surgery
    asked = await app[ASK_SURGERY](viewer, surgery.id, words, client_id, confirm=confirm)
    if asked.status != "warned":
        await write(app, partial(_taken, viewer, topic_id, surgery.id))
    return asked, surgery


async def access_to_put_forward(app: web.Application, viewer: Viewer, topic_id: str) -> Standing:
    """The topic, for putting it forward. Raises NotFound, also while nothing takes proposals, and NotAllowed."""
    standing = await access_topic(viewer, topic_id)
    if not await takes_proposals(app, standing):
        raise NotFound(_("There is nothing at this address."))
    if not await may_put_forward(app, standing):
        raise NotAllowed(_("This topic can’t be put forward as a proposal now."))
    return standing


async def text_of(standing: Standing) -> str:
    """The topic's own text; none where its author took it back, and the topic stands for the sake of the others."""
    first = await find_number(standing.topic_id, 1)
    return str(first["body"]) if first and first["state"] == PostState.PUBLISHED else ""


async def put_forward(app: web.Application, viewer: Viewer, topic_id: str, title: str, what: str) -> WasProposed:
    """Put it forward as a proposal, once, also while that waits for a moderator.

    Raises NotFound, NotAllowed, and what proposing does.
    """
    standing = await access_to_put_forward(app, viewer, topic_id)
    proposed = await app[PUT_FORWARD](viewer, topic_id, standing.forum["neighbourhood_id"], title, what)
    await write(app, partial(_proposed, viewer, topic_id, proposed.id))
    return proposed


async def _taken(viewer: Viewer, topic_id: str, surgery: str) -> Change[None]:
    topic = await store.set_asked_at(topic_id, surgery)
    await add_entry(
        act="topic.take-to-surgery", actor=viewer, subject_type="topic", subject_id=topic_id, details={"room": surgery}
    )
    return Change(None, topics=[topic_id] if topic else [])


async def _proposed(viewer: Viewer, topic_id: str, proposal: str) -> Change[None]:
    topic = await store.set_proposal(topic_id, proposal)
    details: dict[str, object] = {"proposal": proposal}
    await add_entry(act="topic.put-forward", actor=viewer, subject_type="topic", subject_id=topic_id, details=details)
    return Change(None, topics=[topic_id] if topic else [])

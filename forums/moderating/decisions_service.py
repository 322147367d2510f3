"""Deciding about words where they stand, by the staff who serve their forum: hide, restore, approve, reject.

Each is a decision as any other, written down in the same transaction: its author is told and may appeal. Of two that
race, the second gets Conflict.
"""

from typing import Any

from aiohttp import web

from forums.models import PostState
from forums.moderated_words import TOPIC
from forums.moderating.content import fetch_replies
from forums.moderating.moderated import Replies, Topics
from forums.moderating.sealed import check_reply_unsealed
from forums.policy import access_reply
from foundation.errors import Conflict, NotAllowed
from foundation.language import _
from foundation.permissions import Viewer
from moderation.content import Content, State
from moderation.decisions.in_place import recorded_in_place
from moderation.decisions.ruling import Action
from moderation.decisions.why import Why, explained
from moderation.sealed.reading import check_readable

JSON = dict[str, Any]


async def words_to_decide(app: web.Application, viewer: Viewer, reply_id: str) -> tuple[JSON, Content]:
    """A reply and what it says, for the staff of its forum; number 1 is its topic. Raises NotFound, NotAllowed."""
    standing, reply = await access_reply(viewer, reply_id)
    if not standing.is_staff:
        raise NotAllowed(_("Only staff who serve here can do this."))
    await check_reply_unsealed(app, standing, reply)
    return reply, (await fetch_replies([reply_id]))[reply_id]


async def hide(app: web.Application, viewer: Viewer, reply_id: str, why: Why) -> None:
    """Take a reply, or (number 1) its topic, down everywhere."""
    _reply, content = await words_to_decide(app, viewer, reply_id)
    why = await explained(app, content.force_id, why)
    also = await recorded_in_place(_thing(content), viewer, content, Action.HIDE, why)
    await _thing(content).hide(app, content, why.reason, also)


async def restore(app: web.Application, viewer: Viewer, reply_id: str, why: Why) -> None:
    """Show again what was taken down."""
    reply, content = await _others_words(app, viewer, reply_id)
    if content.state is not State.HIDDEN or reply["state"] == PostState.REJECTED:
        raise Conflict(_("This is not taken down: somebody has decided about it, or its author took it back."))
    why = await explained(app, content.force_id, why)
    also = await recorded_in_place(_thing(content), viewer, content, Action.RESTORE, why)
    await _thing(content).restore(app, content, also)


async def approve(app: web.Application, viewer: Viewer, reply_id: str, why: Why) -> None:
    """Show words, or an edit, that waited."""
    content = await _waiting(app, viewer, reply_id)
    why = await explained(app, content.force_id, why, needed=False)
    also = await recorded_in_place(_thing(content), viewer, content, Action.APPROVE, why)
    await _thing(content).approve(app, content, also)


async def reject(app: web.Application, viewer: Viewer, reply_id: str, why: Why) -> None:
    """Refuse words, or an edit, that waited; the author is told why."""
    content = await _waiting(app, viewer, reply_id)
    why = await explained(app, content.force_id, why, needed=False)
    also = await recorded_in_place(_thing(content), viewer, content, Action.REJECT, why)
    await _thing(content).refuse(app, content, why.reason, also)


def _thing(content: Content) -> Topics | Replies:
    return Topics() if content.type == TOPIC else Replies()


async def _others_words(app: web.Application, viewer: Viewer, reply_id: str) -> tuple[JSON, Content]:
    """Taking one's own words down is always safe; bringing them back is for somebody else to decide."""
    reply, content = await words_to_decide(app, viewer, reply_id)
    if content.author_id == viewer.id:
        raise NotAllowed(_("These are your own words: somebody else must decide about them."))
    await check_readable(app, viewer, content)
    return reply, content


async def _waiting(app: web.Application, viewer: Viewer, reply_id: str) -> Content:
    _reply, content = await _others_words(app, viewer, reply_id)
    if not content.waits:
        raise Conflict(_("This is not waiting: somebody has decided about it, or its author took it back."))
    return content

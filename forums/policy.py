"""Who may do what in a topic. One is fetched through these, so that the forgotten check can't happen."""

from typing import Any

from forums.models import PostState
from forums.moderated_words import REPLY, TOPIC
from forums.moved import Moved
from forums.places.policy import may_reply, may_see, serves_forum
from forums.reply_rows import find_reply
from forums.restrictions import restrictions_of
from forums.standing import Standing
from forums.topic_rows import find_topic, leads_to
from foundation.errors import Closed, KeptOut, NotAllowed, NotFound, NotSignedIn
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.held_by_case import held_by_case
from moderation.modes import is_closed_to

JSON = dict[str, Any]
_UNSHOWN = frozenset({PostState.HELD, PostState.HIDDEN, PostState.REJECTED})
"""What its author and the staff still read; what its author took back, nobody does."""


async def access_topic(viewer: Viewer, topic_id: str) -> Standing:
    """The topic, for what is done in it. Raises NotFound, also for one that is not shown; Moved where it was merged
    into one that the viewer may read.

    Staff who serve its forum and its author read it while it is held or hidden: who hands out its words asks
    `forums.moderating.sealed.access_topic_to_read`, and `access_reply_to_read` for those of a reply.
    """
    topic = await find_topic(topic_id) if is_id(topic_id) else None
    if topic is None or topic["state"] == PostState.MOVED:
        await _lead_on(viewer, topic_id)
        raise _no_topic()
    forum, section = topic.pop("forum"), topic.pop("section")
    if not may_see(viewer, forum) or not _is_shown_to(viewer, topic, forum):
        raise _no_topic()
    if topic["state"] != PostState.PUBLISHED and await _is_sealed(viewer, TOPIC, topic):
        raise _no_topic()
    kept = await restrictions_of(str(viewer.id), forum) if viewer.signed_in else {}
    return Standing(viewer, forum, section, topic, removed=kept.get("remove"), silenced=kept.get("silence"))


async def access_topic_to_reply(viewer: Viewer, topic_id: str) -> Standing:
    """The topic, for writing in it. Raises NotSignedIn, NotAllowed (with `until`), KeptOut or Closed."""
    standing = await access_topic(viewer, topic_id)
    if not viewer.signed_in:
        raise NotSignedIn(_("Join under a name or sign in to take part."))
    check_not_kept_out(standing)
    check_open(standing)
    await may_reply(viewer, standing.forum, standing.section)
    return standing


async def access_reply(viewer: Viewer, reply_id: str, *, gone: bool = False) -> tuple[Standing, JSON]:
    """A reply that the viewer may read, and its topic's standing; raises NotFound.

    What is held, hidden or refused is its author's and the staff's; what its author took back is nobody's. `gone`: also
    one that was shown and taken down, for its place and not for its words.
    """
    reply = await find_reply(reply_id) if is_id(reply_id) else None
    if reply is None:
        raise no_reply()
    standing = await access_topic(viewer, reply["topic_id"])
    if gone and reply["number"] is not None:
        return standing, reply
    if reply["state"] == PostState.PUBLISHED:
        return standing, reply
    if reply["state"] not in _UNSHOWN:
        raise no_reply()
    mine = viewer.signed_in and reply["author_id"] == viewer.id
    if mine or (standing.is_staff and not await _is_sealed(viewer, REPLY, reply)):
        return standing, reply
    raise no_reply()


def check_not_kept_out(standing: Standing) -> None:
    """Raises KeptOut or NotAllowed for somebody whom a decision keeps from writing in the forum."""
    if standing.removed:
        sentence = _("You were removed from this forum. The reason given was: %(reason)s")
        raise KeptOut(sentence % {"reason": standing.removed.reason}, until=standing.removed.until)
    if standing.silenced:
        sentence = _("You can’t write in this forum for now. The reason given was: %(reason)s")
        raise NotAllowed(sentence % {"reason": standing.silenced.reason}, until=standing.silenced.until)


def check_open(standing: Standing) -> None:
    """Raises Closed where the topic takes no words any more, or none but its staff's."""
    topic = standing.topic
    if topic["archived_at"]:
        raise Closed(_("This topic is archived. You can read it, but nothing is added to it."))
    if topic["state"] != PostState.PUBLISHED:
        raise Closed(_("This topic is not shown, so nobody can reply to it now."))
    if topic["locked_at"] and not standing.is_staff:
        raise Closed(_locked(topic["locked_reason"]))
    if is_closed_to(standing.mode, is_staff=standing.is_staff):
        raise Closed(_("This forum is closed for now. You can go on reading."))


def no_reply() -> NotFound:
    return NotFound(_("There is no such reply, or it was taken down."))


def _locked(reason: str) -> str:
    if not reason:
        return _("This topic is locked. You can go on reading.")
    return _("This topic is locked. The reason given is: %(reason)s", reason=reason)


async def _is_sealed(viewer: Viewer, type_: str, row: JSON) -> bool:
    """Whether its words are a sealed case's, which is nobody's to read here but its author's."""
    return row["author_id"] != viewer.id and await held_by_case(type_, row["id"])


def _no_topic() -> NotFound:
    return NotFound(_("There is no such topic, or it was taken down."))


def _is_shown_to(viewer: Viewer, topic: JSON, forum: JSON) -> bool:
    if topic["state"] == PostState.PUBLISHED:
        return True
    mine = viewer.signed_in and topic["author_id"] == viewer.id
    return topic["state"] in _UNSHOWN and (mine or serves_forum(viewer, forum))


async def _lead_on(viewer: Viewer, topic_id: str) -> None:
    if is_id(topic_id) and (found := await leads_to(topic_id)):
        await access_topic(viewer, found)
        raise Moved(found)

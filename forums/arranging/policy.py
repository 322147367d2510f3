"""Who arranges topics: the staff who serve their forum."""

from forums.models import PostState
from forums.places.models import ForumKind
from forums.places.policy import access_forum, serves_forum
from forums.policy import access_topic
from forums.standing import JSON, Standing
from foundation.errors import Conflict, Invalid, NotAllowed
from foundation.language import _
from foundation.permissions import Viewer


async def access_topic_to_arrange(viewer: Viewer, topic_id: str) -> Standing:
    """A topic that the viewer may arrange; raises NotFound, Moved, NotAllowed."""
    standing = await access_topic(viewer, topic_id)
    if not standing.is_staff:
        raise NotAllowed(_("Only staff who serve here can do this."))
    return standing


async def access_forum_to_arrange(viewer: Viewer, forum_id: str) -> JSON:
    """A forum whose topics the viewer may arrange; raises NotFound, NotAllowed."""
    forum = await access_forum(viewer, forum_id)
    if not serves_forum(viewer, forum):
        raise NotAllowed(_("Only staff who serve here can do this."))
    return forum


def check_shown(topic: JSON) -> None:
    """Raises Conflict for a topic that is not shown: what is held or hidden is for its moderators to decide first."""
    if topic["state"] != PostState.PUBLISHED:
        raise Conflict(_("This topic is not shown. Decide about it first."))


def check_same_readers(one: JSON, other: JSON, field: str) -> None:
    """Raises Invalid where what the readers of the one forum may read, those of the other may not, or of two forces."""
    if one["force_id"] != other["force_id"]:
        raise Invalid.at(field, _("That is in another force’s forum."))
    if (one["kind"] == ForumKind.STAFF) != (other["kind"] == ForumKind.STAFF):
        raise Invalid.at(field, _("What is written for staff stays in their forum, and nothing is moved into it."))

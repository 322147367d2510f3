"""Who takes a forum out, and brings topics into it."""

from typing import Any

from forums.places.policy import access_forum, serves_forum
from foundation.errors import NotAllowed
from foundation.language import _
from foundation.permissions import MODERATORS, Viewer

JSON = dict[str, Any]


async def access_forum_to_exchange(viewer: Viewer, forum_id: str) -> JSON:
    """The row of a forum whose moderator or administrator asks. Raises NotFound, NotAllowed."""
    forum = await access_forum(viewer, forum_id)
    if viewer.role not in MODERATORS or not serves_forum(viewer, forum):
        raise NotAllowed(_("Only moderators and administrators of the force can do this."))
    return forum

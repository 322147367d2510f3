"""Who may hold polls in a room, and who votes in them."""

from foundation.errors import Closed, NotAllowed, NotFound, NotSignedIn
from foundation.language import _
from foundation.permissions import Viewer
from rooms.policy import access_room_to_enter, access_room_to_moderate
from rooms.standing import Standing


async def access_room_to_poll(viewer: Viewer, room_id: str) -> Standing:
    """The room, for holding a poll in it; raises NotAllowed for all but its staff, NotFound for a booth."""
    standing = await access_room_to_moderate(viewer, room_id)
    if standing.is_booth:
        raise NotFound(_("There are no polls in a private conversation."))
    return standing


async def access_room_to_vote(viewer: Viewer, room_id: str) -> Standing:
    """The room, for a vote; also while its host has paused the conversation.

    Raises NotSignedIn, NotAllowed (removed or silenced), Closed.
    """
    standing = await access_room_to_enter(viewer, room_id)
    if not viewer.signed_in:
        raise NotSignedIn(_("Join under a name or sign in to vote."))
    if not standing.is_open:
        raise Closed(_("This room is not open, so nobody can vote in it now."))
    if standing.silenced:
        raise NotAllowed(_("You can’t vote in this room for now."), until=standing.silenced.until)
    return standing


def may_vote(standing: Standing) -> bool:
    """Whether the page offers the vote."""
    return standing.viewer.signed_in and standing.is_open and not standing.silenced and not standing.removed

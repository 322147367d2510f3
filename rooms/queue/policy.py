"""Who may wait for a word alone, and who may call them."""

from foundation.errors import Closed, NotAllowed, NotFound, NotSignedIn
from foundation.language import _
from foundation.permissions import HOSTS, Viewer
from rooms.policy import access_room_to_enter, access_room_to_host
from rooms.standing import Standing


async def access_queue(viewer: Viewer, room_id: str) -> Standing:
    """The room, for somebody who holds or wants a place in its queue. Raises NotFound, NotAllowed (removed)."""
    standing = await access_room_to_enter(viewer, room_id)
    if standing.is_booth:
        raise NotFound(_("There is no such room."))
    return standing


async def access_queue_to_wait(viewer: Viewer, room_id: str) -> Standing:
    """The room, for asking for a word alone in it; raises NotAllowed for staff and guest hosts, Closed."""
    standing = await access_queue(viewer, room_id)
    if not viewer.signed_in:
        raise NotSignedIn(_("Join under a name or sign in first."))
    if viewer.role in HOSTS:
        raise NotAllowed(_("A word alone with an officer is for residents and guests."))
    if not standing.is_open:
        raise Closed(_("This room is not open, so nobody can be called now."))
    return standing


async def access_queue_to_serve(viewer: Viewer, room_id: str) -> Standing:
    """The room, for seeing who waits in it and calling them: its officers alone, not moderators, not guest hosts."""
    return await access_room_to_host(viewer, room_id)

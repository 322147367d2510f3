"""Who writes minutes: the staff of the room, once its surgery is closed."""

from foundation.errors import Closed, NotFound
from foundation.language import _
from foundation.permissions import READER, Viewer
from rooms.models import RoomKind, Status
from rooms.policy import access_room, access_room_to_moderate
from rooms.standing import Standing


async def access_to_write(viewer: Viewer, surgery_id: str) -> Standing:
    """The room, for its minutes; raises NotFound, NotAllowed, Closed (the surgery is not over)."""
    standing = await access_room_to_moderate(viewer, surgery_id)
    _check_is_surgery(standing)
    if standing.room["status"] != Status.CLOSED:
        raise Closed(_("The minutes are written when the surgery has closed."))
    return standing


async def access_to_read(surgery_id: str) -> Standing:
    """The room, for reading what was published: anybody may. Raises NotFound."""
    standing = await access_room(READER, surgery_id)
    _check_is_surgery(standing)
    return standing


def _check_is_surgery(standing: Standing) -> None:
    if standing.room["kind"] != RoomKind.SURGERY:
        raise NotFound(_("There are no minutes of this."))

"""What a connection may hear follows its person's rights, also when these change while it is in a room."""

from foundation.fanout import LIVE, NAMESPACE
from foundation.identity import viewer_of_token
from foundation.live import Visit
from rooms.policy import access_room


async def settle_rights(visit: Visit, room_id: str) -> None:
    """Let a connection that is in a room hear what is for the room's staff from now on, or no more.

    By the record as it is now: whoever is suspended or serves elsewhere is not of the staff.
    """
    viewer = await viewer_of_token(visit.app, visit.token, visit.address)
    if viewer is not None:
        visit.viewer = viewer
    standing = await access_room(viewer, room_id) if viewer is not None else None
    await set_staff_channel(visit, room_id, hears=standing is not None and standing.is_staff)


async def set_staff_channel(visit: Visit, room_id: str, *, hears: bool) -> None:
    """Subscribe a connection to what the room's staff hear, or take it off."""
    server, channel = visit.app[LIVE], f"staff:{room_id}"
    change = server.enter_room if hears else server.leave_room
    await change(visit.sid, channel, namespace=NAMESPACE)

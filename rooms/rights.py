"""What a connection may hear follows its person's rights, also when these change while it is in a room."""

from foundation.errors import NotFound
from foundation.fanout import LIVE, NAMESPACE, is_subscribed
from foundation.identity import viewer_of_token
from foundation.live_events import Visit
from foundation.permissions import READER
from rooms.policy import access_room
from rooms.presence import PRESENCE


async def settle_rights(visit: Visit, room_id: str) -> None:
    """Let a connection that is in a room hear what is for the room's staff from now on, or no more.

    By the record as it is now: whoever is suspended or serves elsewhere is not of the staff, and of a booth, which
    was theirs to hold, they hear nothing more at all.
    """
    viewer = await viewer_of_token(visit.app, visit.token, visit.address)
    if viewer is not None:
        visit.viewer = viewer
    if not is_subscribed(visit.app, visit.sid, f"room:{room_id}"):
        return  # only counted there, from a booth
    try:
        standing = await access_room(viewer or READER, room_id, logs=True)
    except NotFound:
        await put_out(visit, room_id)
    else:
        await set_staff_channel(visit, room_id, hears=standing.is_staff, hosts=standing.is_host)


async def put_out(visit: Visit, room_id: str) -> None:
    """Take a connection off a room: it hears nothing more of it and is not counted in it."""
    for channel in (f"room:{room_id}", f"staff:{room_id}", f"hosts:{room_id}"):
        await visit.app[LIVE].leave_room(visit.sid, channel, namespace=NAMESPACE)
    visit.app[PRESENCE].leave(room_id, visit)


async def set_staff_channel(visit: Visit, room_id: str, *, hears: bool, hosts: bool) -> None:
    """Subscribe a connection to what the room's staff hear, and to what its officers alone do; or take it off."""
    server = visit.app[LIVE]
    for channel, wanted in ((f"staff:{room_id}", hears), (f"hosts:{room_id}", hosts)):
        change = server.enter_room if wanted else server.leave_room
        await change(visit.sid, channel, namespace=NAMESPACE)

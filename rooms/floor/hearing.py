"""Which floor of a room a connection hears of: one at the most."""

from foundation.fanout import LIVE, NAMESPACE
from foundation.live_events import Visit
from rooms.floor import broadcast
from rooms.floor.tabs import TABS


async def hear(visit: Visit, room_id: str, floor: int | None) -> None:
    """Subscribe a connection to one floor of a room, and to no other of it; None: to none."""
    channel = broadcast.channel(room_id, floor) if floor else None
    before = visit.app[TABS].look(visit.sid, room_id, channel)
    if before and before != channel:
        await visit.app[LIVE].leave_room(visit.sid, before, namespace=NAMESPACE)
    if channel:
        await visit.app[LIVE].enter_room(visit.sid, channel, namespace=NAMESPACE)

"""Who may look at a floor, and who may stand on it."""

from foundation.errors import Closed, NotAllowed, NotFound, NotSignedIn
from foundation.language import _
from foundation.permissions import Viewer
from foundation.queries import Query
from rooms.models import RoomKind
from rooms.policy import access_room_to_enter, access_room_to_host
from rooms.standing import Standing

# Every walk asks it.
_CHOSEN = Query("SELECT floor, online FROM surgery WHERE id = ?")


async def plan_chosen(standing: Standing) -> str | None:
    """The plan that a room chose, "" for the usual one; None for a room that has no office at all."""
    rows = await _CHOSEN.rows(standing.room_id) if standing.room["kind"] == RoomKind.SURGERY else []
    return (rows[0]["floor"] or "") if rows and rows[0]["online"] else None


async def access_floor(viewer: Viewer, room_id: str) -> tuple[Standing, str]:
    """A room for looking at its floor, and which plan it chose. Raises NotFound where there is none, NotAllowed."""
    standing = await access_room_to_enter(viewer, room_id)
    chosen = await plan_chosen(standing)
    if chosen is None:
        raise NotFound(_("There is no office here."))
    return standing, chosen


async def access_floor_to_stand(viewer: Viewer, room_id: str) -> tuple[Standing, str]:
    """The same for being seen on it: signed in, in an open room, and not silenced there."""
    standing, chosen = await access_floor(viewer, room_id)
    check_may_stand(standing)
    return standing, chosen


async def check_may_walk(viewer: Viewer, room_id: str) -> None:
    """For who stands on a floor already, and so in a room that has one; raises as above."""
    check_may_stand(await access_room_to_enter(viewer, room_id))


def check_may_stand(standing: Standing) -> None:
    """Raises NotSignedIn, Closed, NotAllowed (silenced)."""
    if not standing.viewer.signed_in:
        raise NotSignedIn(_("Join under a name or sign in to step in."))
    if not standing.is_open:
        raise Closed(_("The office is closed. You can step in while the surgery is open."))
    if standing.silenced:
        raise NotAllowed(_("You can’t step in for now. You can read what is said."), until=standing.silenced.until)


async def access_floor_to_switch(viewer: Viewer, room_id: str) -> Standing:
    """A room for choosing its floor: its hosts. Raises NotFound, NotAllowed."""
    return await access_room_to_host(viewer, room_id)

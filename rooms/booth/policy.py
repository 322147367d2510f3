"""Who may do what in a booth. Who is no party to it is told that there is none."""

from typing import Any

from foundation.errors import Closed, NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Role, Viewer
from rooms.booth.models import Booth
from rooms.models import Room
from rooms.policy import access_room_to_enter
from rooms.standing import Standing, moderates


async def access_booth(viewer: Viewer, booth_id: str) -> Standing:
    """A booth, for one of its parties; raises NotFound for everybody else."""
    standing = await access_room_to_enter(viewer, booth_id)
    if not standing.is_booth:
        raise NotFound(_("There is nothing at this address. Check it, or start again from the front page."))
    return standing


async def access_open_booth(viewer: Viewer, booth_id: str) -> Standing:
    """The same, while it is open; raises Closed afterwards."""
    standing = await access_booth(viewer, booth_id)
    if not standing.is_open:
        raise Closed(_("This conversation has ended."))
    return standing


async def access_open_booth_to_serve(viewer: Viewer, booth_id: str) -> Standing:
    """The same, for its officers; raises NotAllowed for its resident."""
    standing = await access_open_booth(viewer, booth_id)
    if not standing.is_host:
        raise NotAllowed(_("Only an officer of this conversation can do this."))
    return standing


def check_supervises(viewer: Viewer) -> str:
    """The force whose recorded booths somebody may read with a reason; raises NotAllowed for all but supervisors."""
    if viewer.role not in (Role.ADMINISTRATOR, Role.MODERATOR) or viewer.force is None:
        raise NotAllowed(_("Only moderators and administrators of the force can do this."))
    return viewer.force


async def access_recorded(viewer: Viewer, booth_id: str) -> dict[str, Any]:
    """A recorded booth of the supervisor's force, as a row; raises NotFound for any other."""
    force = check_supervises(viewer)
    found = await Booth.filter(id=booth_id, force_id=force, recorded=True, purged_at=None).values(
        "id", "surgery_id", "kind", "opened_at", "closed_at", "purge_at", "resident_id"
    )
    if not found or not await serves_surgery(viewer, found[0]["surgery_id"]):
        raise NotFound(_("There is nothing at this address. Check it, or start again from the front page."))
    if viewer.id == found[0]["resident_id"]:
        raise NotAllowed(_("This is your own conversation. Somebody else supervises it."))
    return dict(found[0])


async def serves_surgery(viewer: Viewer, surgery_id: str) -> bool:
    """Whether somebody moderates where a surgery is."""
    rows = await Room.filter(id=surgery_id).values("force_id", "neighbourhood_id")
    return bool(rows) and moderates(viewer, rows[0]["force_id"], rows[0]["neighbourhood_id"])

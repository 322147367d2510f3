"""Who may want a question answered, and who decides what becomes of it."""

from foundation.errors import Closed, NotAllowed, NotSignedIn
from foundation.language import _
from foundation.permissions import Role, Viewer
from rooms.models import Status
from rooms.policy import access_room, access_room_to_enter
from rooms.standing import Standing

_OVER = frozenset({Status.CLOSED, Status.CANCELLED})


async def access_to_vote(viewer: Viewer, room_id: str) -> Standing:
    """The room, for wanting a question answered too: until it closes, also for who is silenced in it.

    Raises NotFound, NotAllowed (removed), NotSignedIn, Closed.
    """
    standing = await access_room_to_enter(viewer, room_id)
    if not viewer.signed_in:
        raise NotSignedIn(_("Join under a name or sign in to take part."))
    if standing.room["status"] in _OVER:
        raise Closed(_("This surgery is over, so its questions take no more votes."))
    return standing


async def access_to_decide(viewer: Viewer, room_id: str) -> Standing:
    """The room, for deciding about its questions: its hosts and guest hosts; after the close also who serves there.

    Whoever held it may be elsewhere by then, and what was asked still wants an answer. Raises NotFound, NotAllowed.
    """
    standing = await access_room(viewer, room_id)
    if not may_decide(standing):
        raise NotAllowed(_("Only a host of this surgery can do this."))
    return standing


async def access_to_promise(viewer: Viewer, room_id: str) -> Standing:
    """The same for promising: what the police will do only the police can promise."""
    standing = await access_to_decide(viewer, room_id)
    if not may_promise(standing):
        raise NotAllowed(_("Only an officer can make a promise for the police."))
    return standing


def may_decide(standing: Standing) -> bool:
    """Whether somebody decides what becomes of questions here."""
    return not standing.is_booth and (
        standing.speaks or (standing.room["status"] == Status.CLOSED and _serves(standing))
    )


def may_promise(standing: Standing) -> bool:
    """Whether somebody may promise, for the police, an answer to a question here."""
    return may_decide(standing) and standing.viewer.role == Role.OFFICER


def check_open(standing: Standing) -> None:
    """Raises Closed where a question can't be answered now, for nobody is there."""
    if not standing.is_open:
        raise Closed(_("This can be done while the surgery is open."))


def _serves(standing: Standing) -> bool:
    room = standing.room
    return standing.viewer.role == Role.OFFICER and standing.viewer.serves(room["force_id"], room["neighbourhood_id"])

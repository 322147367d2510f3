"""Who keeps a running log: staff who serve its area. Reading one is everybody's."""

from foundation.errors import Closed, NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import READER, Viewer
from rooms.models import RoomKind, Status
from rooms.policy import access_room
from rooms.standing import Standing


async def access_log(log_id: str, viewer: Viewer = READER) -> Standing:
    """A log's room, for reading; raises NotFound, also for a room of another kind."""
    standing = await access_room(viewer, log_id, logs=True)
    if standing.room["kind"] != RoomKind.LOG:
        raise NotFound(_("There is no such log."))
    return standing


async def access_log_to_keep(viewer: Viewer, log_id: str) -> Standing:
    """The same, for changing what stands in it, also once it is closed; raises NotAllowed."""
    standing = await access_log(log_id, viewer)
    if not keeps(viewer, standing):
        raise NotAllowed(_("Only staff who serve this area keep this log."))
    return standing


async def access_log_to_write(viewer: Viewer, log_id: str) -> Standing:
    """The same, for a new entry; raises Closed once the log is closed."""
    standing = await access_log_to_keep(viewer, log_id)
    if standing.room["status"] != Status.OPEN:
        raise Closed(_("This log is closed: nothing new is written in it."))
    return standing


def keeps(viewer: Viewer, standing: Standing) -> bool:
    """Whether somebody keeps this log."""
    return viewer.serves(standing.room["force_id"], standing.room["neighbourhood_id"])


def check_serves(viewer: Viewer, force: str, neighbourhood: str) -> None:
    """Raises NotAllowed for who serves another area; `neighbourhood` empty: who does not serve all of the force."""
    if not viewer.serves(force, neighbourhood):
        raise NotAllowed(_("You can only keep a log of the area you serve."))

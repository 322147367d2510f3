"""What a viewer is in one room."""

from dataclasses import dataclass
from typing import Any

from foundation.permissions import Role, Viewer
from rooms.models import Restriction, RoomKind, Status

_MODERATING = frozenset({Role.MODERATOR, Role.ADMINISTRATOR})


@dataclass(frozen=True)
class Standing:
    """A viewer in one room: what they are there, as the record is now.

    `room` is its row: `id`, `kind`, `force_id`, `neighbourhood_id`, `status`, `mode`, slow mode's `mode_seconds`,
    the question that is being answered (`answering`), whether anything is written there (`online`), and when it is to
    open (`starts_at`). `is_guest_host`: a council's or partner's, who speaks as a host does, and is not of the room's
    staff.
    """

    viewer: Viewer
    room: dict[str, Any]
    is_host: bool
    is_guest_host: bool = False
    removed: Restriction | None = None
    silenced: Restriction | None = None

    @property
    def room_id(self) -> str:
        return str(self.room["id"])

    @property
    def is_staff(self) -> bool:
        """The room's staff: its hosts, and moderators and administrators who serve its neighbourhood.

        A booth's are its officers alone: nobody else listens in.
        """
        if self.is_booth:
            return self.is_host
        return self.is_host or moderates(self.viewer, self.room["force_id"], self.room["neighbourhood_id"])

    @property
    def speaks(self) -> bool:
        """Whether they answer for the room: a host, or a guest host."""
        return self.is_host or self.is_guest_host

    @property
    def is_booth(self) -> bool:
        return bool(self.room["kind"] == RoomKind.BOOTH)

    @property
    def is_log(self) -> bool:
        return bool(self.room["kind"] == RoomKind.LOG)

    @property
    def is_open(self) -> bool:
        return bool(self.room["status"] == Status.OPEN)


def moderates(viewer: Viewer, force_id: str, neighbourhood_id: str) -> bool:
    """Whether somebody moderates in this neighbourhood of this force."""
    return viewer.role in _MODERATING and viewer.serves(force_id, neighbourhood_id)

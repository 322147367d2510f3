"""What a viewer is in one room."""

from dataclasses import dataclass
from typing import Any

from foundation.permissions import Role, Viewer
from rooms.models import Restriction, Status

_MODERATING = frozenset({Role.MODERATOR, Role.ADMINISTRATOR})


@dataclass(frozen=True)
class Standing:
    """A viewer in one room: what they are there, as the record is now.

    `room` is its row: `id`, `force_id`, `neighbourhood_id`, `status`, `mode`, and slow mode's `mode_seconds`.
    """

    viewer: Viewer
    room: dict[str, Any]
    is_host: bool
    removed: Restriction | None = None
    silenced: Restriction | None = None

    @property
    def room_id(self) -> str:
        return str(self.room["id"])

    @property
    def is_staff(self) -> bool:
        """The room's staff: its hosts, and moderators and administrators who serve its neighbourhood."""
        return self.is_host or moderates(self.viewer, self.room["force_id"], self.room["neighbourhood_id"])

    @property
    def is_open(self) -> bool:
        return bool(self.room["status"] == Status.OPEN)


def moderates(viewer: Viewer, force_id: str, neighbourhood_id: str) -> bool:
    """Whether somebody moderates in this neighbourhood of this force."""
    return viewer.role in _MODERATING and viewer.serves(force_id, neighbourhood_id)

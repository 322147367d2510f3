"""When an officer who was not named may hold a surgery: its host has not come, or nobody holds it any more."""

from typing import Any

from foundation.permissions import Role, Viewer
from rooms.models import Status
from rooms.surgeries.hosts import able_hosts

JSON = dict[str, Any]


async def may_take_over(viewer: Viewer, row: JSON) -> bool:
    """Whether this officer may, from a surgery's row: they serve there, and are wanted."""
    if not could_take_over(viewer, row):
        return False
    hosts = await able_hosts(row["id"])
    missing = row["host_late_at"] is not None and row["host_seen_at"] is None
    return viewer.id not in hosts and (missing or not hosts)


def could_take_over(viewer: Viewer, row: JSON) -> bool:
    """Whether they serve where it is, and it is not over."""
    serves = viewer.role == Role.OFFICER and viewer.serves(row["room__force_id"], row["neighbourhood_id"])
    return serves and row["online"] and row["room__status"] in (Status.SCHEDULED, Status.OPEN)

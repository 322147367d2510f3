"""Following a priority: being told when something is done about it."""

from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.permissions import Viewer
from priorities.acting.models import PriorityFollower
from priorities.acting.policy import access_priority

JSON = dict[str, Any]


async def follow_priority(viewer: Viewer, priority_id: str) -> None:
    """Follow it; again changes nothing. Raises NotFound."""
    await access_priority(priority_id)
    one = PriorityFollower(id=new_id(), priority_id=priority_id, person_id=str(viewer.id), since=clock.now())
    await PriorityFollower.bulk_create([one], ignore_conflicts=True)


async def unfollow_priority(viewer: Viewer, priority_id: str) -> None:
    """Hear nothing more of it by itself. Raises NotFound."""
    await access_priority(priority_id)
    await PriorityFollower.filter(priority_id=priority_id, person_id=str(viewer.id)).delete()


async def follows(viewer: Viewer, priority_id: str) -> bool:
    """Whether somebody follows it."""
    return viewer.signed_in and await PriorityFollower.exists(priority_id=priority_id, person_id=str(viewer.id))

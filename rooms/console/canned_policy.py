"""Who keeps which canned answers: everybody on the staff their own, moderators and administrators their force's."""

from typing import Any

from foundation.errors import NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Role, Viewer
from rooms.console.models import CannedAnswer

JSON = dict[str, Any]
_SHARERS = frozenset({Role.MODERATOR, Role.ADMINISTRATOR})


def check_staff(viewer: Viewer) -> tuple[str, str]:
    """The force and the id of somebody on the staff; raises NotAllowed for everybody else."""
    if viewer.id is None or viewer.force is None or not viewer.is_staff:
        raise NotAllowed(_("Canned answers are for officers and moderators."))
    return viewer.force, viewer.id


def may_share(viewer: Viewer) -> bool:
    """Whether they keep the answers that all of their force use."""
    return viewer.role in _SHARERS


async def access_canned_to_change(viewer: Viewer, canned_id: str) -> JSON:
    """One's own canned answer, or one of the force for who keeps those. Raises NotFound, NotAllowed."""
    force, person = check_staff(viewer)
    found = await CannedAnswer.filter(id=canned_id, force_id=force).values("id", "owner_id", "title", "body")
    if not found or found[0]["owner_id"] not in {person, None}:
        raise NotFound(_("There is no such answer among yours."))
    [canned] = found
    if canned["owner_id"] is None and not may_share(viewer):
        raise NotAllowed(_("Your force’s answers are kept by its moderators. Copy it to one of your own."))
    return canned

"""Who keeps a force's sections, and fetching one through it."""

from typing import Any

from forums.places.models import Section
from foundation.errors import NotAllowed, NotFound
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import MODERATORS, Role, Viewer

JSON = dict[str, Any]


def check_keeps(viewer: Viewer) -> str:
    """The force of an administrator of all of it; raises NotAllowed for everybody else."""
    if viewer.role is not Role.ADMINISTRATOR or viewer.force is None or not viewer.whole_force:
        raise NotAllowed(
            _("Only an administrator of the whole force can do this: all of its forums have the same sections.")
        )
    return viewer.force


def keeps_sections(viewer: Viewer, forum: JSON) -> bool:
    """Whether a viewer keeps the sections that this forum has."""
    whole = viewer.role is Role.ADMINISTRATOR and viewer.whole_force
    return whole and viewer.force is not None and viewer.force == forum["force_id"]


async def access_section_to_keep(viewer: Viewer, section_id: str) -> JSON:
    """The row of a section of one's own force, for changing it. Raises NotAllowed, NotFound."""
    force = check_keeps(viewer)
    found = await Section.filter(id=section_id, force_id=force).values() if is_own_id(section_id) else []
    if not found:
        raise NotFound(_("There is no such section in your force’s forums."))
    return found[0]


def check_sets_mode(viewer: Viewer, forum: JSON, *, serves: bool) -> None:
    """Raises NotAllowed for all but the moderators and administrators who serve a forum."""
    if not serves or viewer.role not in MODERATORS or forum["force_id"] != viewer.force:
        raise NotAllowed(_("Only moderators and administrators of the force can do this."))

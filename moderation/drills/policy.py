"""Who reads how drills went."""

from foundation.errors import NotAllowed
from foundation.language import _
from foundation.permissions import MODERATORS, Viewer


def check_may_read(viewer: Viewer) -> str:
    """The force whose drills somebody may read: a moderator's or administrator's own. Raises NotAllowed."""
    if viewer.role not in MODERATORS or viewer.force is None:
        raise NotAllowed(_("Only moderators and administrators of a force can see its drills."))
    return viewer.force

"""Who moderates a force."""

from foundation.errors import NotAllowed
from foundation.language import _
from foundation.permissions import MODERATORS, Viewer


def check_moderates(viewer: Viewer) -> str:
    """The force of a moderator or administrator; raises NotAllowed for everybody else."""
    if viewer.role not in MODERATORS or viewer.force is None or viewer.id is None:
        raise NotAllowed(_("Only moderators and administrators of the force can do this."))
    return viewer.force

"""Who moderates a force, and who may try a text."""

from foundation.errors import NotAllowed
from foundation.language import _
from foundation.permissions import MODERATORS, Viewer


def check_moderates(viewer: Viewer) -> str:
    """The force of a moderator or administrator; raises NotAllowed for everybody else."""
    if viewer.role not in MODERATORS or viewer.force is None or viewer.id is None:
        raise NotAllowed(_("Only moderators and administrators of the force can do this."))
    return viewer.force


def check_may_try(viewer: Viewer) -> None:
    """Raises NotAllowed for everybody but staff: who can try texts can try until one gets through."""
    if not viewer.is_staff:
        raise NotAllowed(_("Only officers, moderators and administrators can try a text under the rules."))

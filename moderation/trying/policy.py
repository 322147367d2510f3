"""Who may try a text."""

from foundation.errors import NotAllowed
from foundation.language import _
from foundation.permissions import Viewer


def check_may_try(viewer: Viewer) -> None:
    """Raises NotAllowed for everybody but staff: who can try texts can try until one gets through."""
    if not viewer.is_staff:
        raise NotAllowed(_("Only officers, moderators and administrators can try a text under the rules."))

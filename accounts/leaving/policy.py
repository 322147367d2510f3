"""Who may close their account."""

from foundation.errors import NotAllowed
from foundation.language import _
from foundation.permissions import Viewer


def check_may_close(viewer: Viewer) -> None:
    """Raises NotAllowed for who was enrolled: while they serve, the force must be able to say who acted in its name."""
    if viewer.is_enrolled:
        raise NotAllowed(_("You serve your force with this account. Ask an administrator to end your service first."))

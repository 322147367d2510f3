"""Who may flag, and who may try a text."""

from foundation.errors import NotAllowed, NotSignedIn
from foundation.language import _
from foundation.permissions import Viewer


def check_may_flag(viewer: Viewer) -> str:
    """The id of somebody who may flag: anybody with a name here, guests too. Raises NotSignedIn."""
    if viewer.id is None:
        raise NotSignedIn(_("Please sign in or join under a name first, so that we can ask you about it."))
    return viewer.id


def check_may_try(viewer: Viewer) -> None:
    """Raises NotAllowed for everybody but staff: who can try texts can try until one gets through."""
    if not viewer.is_staff:
        raise NotAllowed(_("Only officers, moderators and administrators can try a text under the rules."))

"""Who may choose which picture."""

from accounts.avatars.drawing import Choice, choice_of
from accounts.avatars.faces import OFFICERS, PEOPLE, PLANTS
from foundation.errors import Invalid, NotAllowed
from foundation.language import Lazy, _
from foundation.permissions import Role, Viewer


def faces_for(viewer: Viewer) -> dict[str, Lazy]:
    """The faces that a viewer may choose from: an officer's are made for the uniform, and an officer's alone."""
    return OFFICERS if viewer.role is Role.OFFICER else PEOPLE | PLANTS


def check_choice(viewer: Viewer, name: str) -> Choice:
    """The choice that this name stands for; raises Invalid for whatever is not in the viewer's own set."""
    choice = choice_of(name)
    if choice is None or choice.face not in faces_for(viewer):
        raise Invalid.at("avatar", _("Choose one of the pictures and colours that are offered."))
    return choice


def check_may_have_photo(viewer: Viewer) -> None:
    """Raises NotAllowed for all but officers whose record is confirmed."""
    if viewer.role is not Role.OFFICER or viewer.force is None:
        raise NotAllowed(_("Photos are for verified officers. Choose a drawn picture instead."))

"""What people call their passkeys."""

from foundation.cleaning import cleaned_line
from foundation.errors import Invalid
from foundation.language import _

_LONGEST = 60


def check_label(text: str) -> str:
    """The name on one line; raises Invalid."""
    label = cleaned_line(text)
    if not 0 < len(label) <= _LONGEST:
        raise Invalid.at("label", _("Give the passkey a name of 1 to 60 characters, such as “Work phone”."))
    return label

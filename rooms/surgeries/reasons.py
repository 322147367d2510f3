"""Why a surgery is moved or called off, as everybody reads it."""

from foundation.cleaning import cleaned_line
from foundation.errors import Invalid
from foundation.language import _

LONGEST = 500


def check_reason(reason: str, field: str = "reason") -> str | None:
    """The reason on one line, None where none was given; raises Invalid for one that is too long."""
    words = cleaned_line(reason[: 2 * LONGEST])
    if len(words) > LONGEST:
        raise Invalid.at(field, _("This is too long: use at most %(most)s characters.", most=LONGEST))
    return words or None

"""Why a surgery is moved or called off, as everybody reads it."""

from foundation.errors import Invalid
from foundation.language import _
from foundation.text import clean_text

LONGEST = 500


def check_reason(reason: str, field: str = "reason") -> str | None:
    """The reason on one line, None where none was given; raises Invalid for one that is too long."""
    words = " ".join(clean_text(reason[: 2 * LONGEST]).split())
    if len(words) > LONGEST:
        raise Invalid.at(field, _("This is too long: use at most %(most)s characters.", most=LONGEST))
    return words or None

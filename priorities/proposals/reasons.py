"""Reasons that staff give for what they do to a proposal: everybody reads them."""

from typing import Final

from foundation.cleaning import cleaned_line
from foundation.errors import Invalid
from foundation.language import _

LONGEST: Final = 500


def check_reason(reason: str, field: str = "reason", longest: int = LONGEST) -> str:
    """The cleaned reason; raises Invalid where there is none, or it is too long."""
    text = cleaned_line(reason[: 4 * longest])
    if not text:
        raise Invalid.at(field, _("Say why: everybody who cares about this proposal reads it."))
    if len(text) > longest:
        raise Invalid.at(field, _("This is too long. Keep it under %(most)s characters.", most=longest))
    return text

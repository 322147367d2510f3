"""Reasons that staff give for what they do to a proposal: everybody reads them."""

from typing import Final

from foundation.errors import Invalid
from foundation.language import _
from foundation.lengths import check_line

LONGEST: Final = 500


def check_reason(reason: str, field: str = "reason", longest: int = LONGEST) -> str:
    """The cleaned reason; raises Invalid where there is none, or it is too long."""
    text = check_line(reason, longest, field)
    if not text:
        raise Invalid.at(field, _("Say why: everybody who cares about this proposal reads it."))
    return text

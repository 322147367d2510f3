"""Why somebody decided, as the person whom it is about reads it."""

from foundation.errors import Invalid
from foundation.language import _
from foundation.text import clean_text


def check_explanation(reason: str, *, needed: bool = True) -> str:
    """The reason that was given, cleaned; raises Invalid where it is needed and missing."""
    explanation = clean_text(reason)
    if needed and not explanation:
        raise Invalid.at("reason", _("Give a reason: the person will read it."))
    return explanation

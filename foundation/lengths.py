"""How long the words of a person may be: cleaned, and refused where they are longer. Nothing is cut off unsaid."""

from foundation.cleaning import clean_text, cleaned_line
from foundation.errors import Invalid
from foundation.language import _

_UNSEEN = 4
"""Characters read for each that may be kept: what can’t be seen is dropped, and must not take long to read."""


def check_line(given: str, most: int, field: str) -> str:
    """What was typed as one clean line, maybe empty. Raises Invalid at the field for more than `most` characters."""
    return _within(cleaned_line(given[: _UNSEEN * most]), given, most, field)


def check_lines(given: str, most: int, field: str) -> str:
    """The same of what may have several lines."""
    return _within(clean_text(given[: _UNSEEN * most]), given, most, field)


def too_long(most: int, field: str) -> Invalid:
    """What is said of words with more characters than are allowed."""
    return Invalid.at(field, _("This is too long: use at most %(most)s characters.", most=most))


def _within(clean: str, given: str, most: int, field: str) -> str:
    if len(clean) > most or len(given) > _UNSEEN * most:
        raise too_long(most, field)
    return clean

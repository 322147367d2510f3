"""Short texts that staff write in one line: a poll's question, a mark's label."""

from foundation.errors import FieldError
from foundation.language import _


def line_errors(field: str, line: str, most: int, *, needed: str) -> list[FieldError]:
    """What is wrong with a cleaned line: no letter in it (`needed` says so), or over `most` characters."""
    if not any(character.isalnum() for character in line):
        return [FieldError(field, needed)]
    if len(line) > most:
        return [FieldError(field, _("Use at most %(most)s characters.", most=most))]
    return []

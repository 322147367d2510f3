"""Names and ids from a force's file: what is taken, and how names are compared."""

import unicodedata

from foundation.cleaning import clean_text
from foundation.ids import LONGEST_OUTSIDE_ID, is_outside_id

LONGEST_NAME = 200


class BadName(Exception):
    """A name or id that is not taken; the message says why."""


def check_name(value: object, field: str) -> str:
    """A name in NFC with single spaces; raises BadName."""
    if not isinstance(value, str) or not value.strip():
        raise BadName(f"{field} is missing" if value in (None, "") else f"{field} must be a text")
    seen = clean_text(value)
    if seen != unicodedata.normalize("NFC", value.strip()) or "\n" in seen or "\t" in seen:
        raise BadName(f"{field} has control characters, or ones that nobody can see")
    name = " ".join(seen.split())
    if len(name) > LONGEST_NAME:
        raise BadName(f"{field} is longer than {LONGEST_NAME} characters")
    return name


def check_id(value: object, field: str) -> str:
    """An id of the outside's; whole numbers become texts; raises BadName."""
    if value in (None, ""):
        raise BadName(f"{field} is missing")
    text = str(value).strip() if isinstance(value, str) or type(value) is int else ""
    if not is_outside_id(text):
        raise BadName(f"{field} must be 1 to {LONGEST_OUTSIDE_ID} letters, digits, spaces, and . _ ~ -")
    return text


def fold(text: str) -> str:
    """A name as it is compared: without case, accents, punctuation; words parted by single spaces."""
    plain = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())

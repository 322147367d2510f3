"""How a resident is shown: under the whole name that they gave, or under less of it."""

from enum import StrEnum


class ShownAs(StrEnum):
    """How much of a name everybody sees."""

    FULL = "full"
    INITIAL = "initial"
    FIRST = "first"


def shown_as_of(text: str) -> ShownAs | None:
    """The way that a form names, or None for what is none."""
    return next((each for each in ShownAs if each == text), None)


def shown_name(full_name: str, shown_as: ShownAs) -> str:
    """`Siân ap Rhys` in full, as `Siân R`, or as `Siân`. A name of one word is shown as it is."""
    words = full_name.split()
    if shown_as is ShownAs.FULL or not words:
        return full_name
    initial = next((letter for letter in words[-1] if letter.isalpha()), "")
    return f"{words[0]} {initial}" if shown_as is ShownAs.INITIAL and len(words) > 1 and initial else words[0]

"""The poster of “You said, we did”: what is the same on each, in English and in Welsh."""

from foundation import language
from foundation.language import _


def sentences() -> list[dict[str, str]]:
    """What the poster says in each language, whatever the reader’s is."""
    return [_sentences(code) for code in language.LANGUAGES]


def _sentences(code: str) -> dict[str, str]:
    with language.speaking(code):
        return {
            "language": code,
            "title": _("You said, we did"),
            "scan": _("Point the camera of your phone at the square, or type the address."),
            "say": _("Say there what we should work on next, vote, and tell us whether it got better."),
        }

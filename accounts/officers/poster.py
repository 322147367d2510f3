"""The poster of an officer: what it says, in each language."""

from foundation import language
from foundation.language import _


def sentences(number: str) -> list[dict[str, str]]:
    """What the poster says, in English and then in Welsh, whatever the reader's language."""
    return [_sentences(code, number) for code in language.LANGUAGES]


def _sentences(code: str, number: str) -> dict[str, str]:
    with language.speaking(code):
        return {
            "language": code,
            "title": _("Check that it is really me"),
            "scan": _("Point the camera of your phone at the square, or type the address."),
            "page": _("The page shows who I am by the force’s own record, and where you can talk to me."),
            "words": _(
                "When I am on duty online it also shows three words that change with each shift. Compare them with"
                " those in the room."
            ),
            "call": _("At your door or on the phone: call 101 and give my collar number, %(number)s.", number=number),
        }

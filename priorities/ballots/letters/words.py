"""The words of a letter, in both languages at once: who opens it may read either."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from foundation.language import LANGUAGES, _, ngettext, speaking
from neighbourhoods.places import Place
from priorities.ballots.hours import closing_said
from priorities.models import Method

JSON = dict[str, Any]


@dataclass(frozen=True)
class LetterWords:
    """What a letter says in one language."""

    language: str
    title: str
    what: str
    code: str
    how: tuple[str, ...]
    once: str
    secret: str


def letter_words(row: JSON, place: Place, address: str, zone: ZoneInfo) -> list[LetterWords]:
    """The same in each language, for a round (its row) of a place; `address` is where the code is entered."""
    return [_words(language, row, place, address, zone) for language in LANGUAGES]


def _words(language: str, row: JSON, place: Place, address: str, zone: ZoneInfo) -> LetterWords:
    with speaking(language):
        then = closing_said(row, zone)
        return LetterWords(
            language=language,
            title=_("What should your police work on?"),
            what=_(
                "People who live in %(place)s choose what their police team works on next. So can you.",
                place=place.shown_name,
            ),
            code=_("Your code"),
            how=(
                _("Go to %(address)s", address=address.partition("://")[2] or address),
                _("Type the code. You need no account."),
                _how_many(row),
                _("Vote by %(then)s. Until then you can change it with the same code.", then=then),
            ),
            once=_("The code is for you alone. Everybody votes once: with a code, with an account, or on paper."),
            secret=_(
                "When the vote closes, nothing is left that says whose code it was. Nobody from the police will ask"
                " you for it."
            ),
        )


def _how_many(row: JSON) -> str:
    if row["method"] == Method.POINTS:
        return _("Spread your points over what matters to you.")
    return ngettext("Choose one.", "Choose up to %(n)s.", int(row["pick"]))

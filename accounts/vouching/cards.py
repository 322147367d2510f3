"""The words of a printed card, in both languages at once: who gets one may read either."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from accounts.vouching.service import Sheet
from foundation.language import LANGUAGES, _, speaking
from foundation.pages import local_date


@dataclass(frozen=True)
class CardWords:
    """What a card says in one language."""

    language: str
    title: str
    what: str
    how: tuple[str, ...]
    until: str
    beware: str


def card_words(sheet: Sheet, address: str, zone: ZoneInfo) -> list[CardWords]:
    """The same in each language; `address` is where the code is entered."""
    return [_words(language, sheet, address, zone) for language in LANGUAGES]


def _words(language: str, sheet: Sheet, address: str, zone: ZoneInfo) -> CardWords:
    with speaking(language):
        shown = address.partition("://")[2] or address
        return CardWords(
            language=language,
            title=_("Your code for Bluelamp"),
            what=_("It shows that you live in %(place)s.", place=sheet.place.shown_name),
            how=(
                _("Go to %(address)s", address=shown),
                _("Sign in, or open an account."),
                _("Type the code. It works once, for one person."),
            ),
            until=_("Use it by %(date)s.", date=local_date(sheet.until, zone)),
            beware=_("Nobody from the police will ask you for this code. Throw it away when it is used."),
        )

"""What stands in the place of words that were taken out."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from babel.dates import format_date

from foundation.language import LANGUAGES, _, speaking

JSON = dict[str, Any]


def taken_out_on(day: date) -> str:
    """The sentence, in every language: it is kept in the words’ own place, which every door reads."""
    return " ".join(
        _in_every_language(
            lambda language: _("Taken out by moderators on %(day)s.", day=format_date(day, "d MMMM y", locale=language))
        )
    )


def name_of_any() -> str:
    """What a round is called that may be anywhere in a force."""
    return " / ".join(_in_every_language(lambda _language: _("A round of priorities")))


def put_in(row: JSON, columns: Collection[str], sentence: str) -> JSON:
    """The sentence in each of the columns that say something: not everybody reads all of them."""
    return {name: sentence for name in columns if row[name]}


def _in_every_language(say: Callable[[str], str]) -> list[str]:
    said = []
    for language in LANGUAGES:
        with speaking(language):
            said.append(say(language))
    return list(dict.fromkeys(said))

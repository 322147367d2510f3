"""An evidence card on its way from a form or a client."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from foundation.errors import Invalid
from foundation.form_errors import FormErrors
from foundation.language import _
from foundation.lengths import check_lines

JSON = dict[str, Any]
_LONGEST = 1000
FIELDS = ("known", "can", "cannot", "others")


@dataclass(frozen=True)
class CardDraft:
    """What staff wrote. `version` is that of the card that they saw, 0 where there was none."""

    known: str = ""
    can: str = ""
    cannot: str = ""
    others: str = ""
    categories: tuple[str, ...] = ()
    version: int = 0

    @property
    def columns(self) -> JSON:
        return {name: value for name, value in asdict(self).items() if name != "version"} | {
            "categories": sorted(set(self.categories))
        }


def check_card(words: Mapping[str, str], categories: Sequence[str], known: Sequence[str], version: int) -> CardDraft:
    """The cleaned draft; raises Invalid where it is empty, too long, or names kinds of crime that nobody has."""
    errors = FormErrors()
    cleaned: dict[str, str] = {}
    for name in FIELDS:
        with errors.gather():
            cleaned[name] = check_lines(words.get(name, ""), _LONGEST, name)
    if not set(categories) <= set(known):
        errors.note("categories", _("There are no figures of one of these kinds."))
    errors.check()
    if not any(cleaned.values()) and not categories:
        raise Invalid.at("known", _("Write something, or choose what was recorded."))
    return CardDraft(**cleaned, categories=tuple(categories), version=version)

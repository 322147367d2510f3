"""What a panel agreed on, as it is written down: which options, and why they are others than the vote advises."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from foundation.errors import Invalid
from foundation.form_errors import FormErrors
from foundation.language import _
from foundation.lengths import check_lines
from priorities.agreeing.promised import Promised, check_promised

LONGEST_REASON: Final = 1000


@dataclass(frozen=True)
class Adoption:
    """All that is adopted, in the panel’s order. `reason`: why it departs from the advice; `why`: why it is changed.

    `version` is that of the agreement which it changes, 0 where there is none yet.
    """

    promised: tuple[Promised, ...]
    reason: str = ""
    why: str = ""
    version: int = 0

    @property
    def options(self) -> list[str]:
        """The ids of what is adopted."""
        return [one.option for one in self.promised]

    @property
    def words(self) -> str:
        """All that is to be read before others read it, as one text."""
        said = [f"{one.role}\n{one.promise}" for one in self.promised]
        return "\n".join(part for part in (*said, self.reason, self.why) if part.strip())


def checked_adoption(
    adoption: Adoption,
    *,
    able: Collection[str],
    advised: Sequence[str],
    stays: Collection[str],
    places: int,
    today: date,
) -> Adoption:
    """The same, cleaned. `able`: options that can be adopted; of those that `stays` holds nothing is said anew.

    Raises Invalid, with all that is wrong.
    """
    check_options(adoption.options, able, places)
    errors, promised = FormErrors(), []
    for one in adoption.promised:
        with errors.gather():
            promised.append(
                Promised(one.option, "", "", "", None) if one.option in stays else check_promised(one, today)
            )
    reason, why = _text("reason", adoption.reason, errors), _text("why", adoption.why, errors)
    if departs(adoption.options, advised) and not reason:
        errors.note("reason", _("Say in public why the panel departs from the vote."))
    if adoption.version and not why:
        errors.note("why", _("Say in public why this is changed."))
    errors.check()
    return replace(adoption, promised=tuple(promised), reason=reason, why=why)


def check_options(options: Sequence[str], able: Collection[str], places: int) -> None:
    """Raises Invalid for none, for too many, for one twice, and for what can’t be adopted."""
    if not options:
        raise Invalid.at("options", _("Choose at least one proposal."))
    if len(options) > places:
        raise Invalid.at("options", _("Choose at most %(places)s: that is how many this round has.", places=places))
    if len(set(options)) != len(options) or not set(options) <= set(able):
        raise Invalid.at("options", _("Choose among what was voted on. What was taken down can’t be adopted."))


def departs(options: Collection[str], advised: Collection[str]) -> bool:
    """Whether a panel has to say why."""
    return set(options) != set(advised)


def _text(name: str, given: str, errors: FormErrors) -> str:
    words = given
    with errors.gather():
        words = check_lines(given, LONGEST_REASON, name)
    return words

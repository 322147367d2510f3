"""What a panel agreed on, as it is written down: which options, who answers for each, and what they promise."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from accounts.ranks import check_rank
from foundation.errors import Invalid
from foundation.form_errors import FormErrors
from foundation.language import _
from foundation.lengths import check_line, check_lines
from priorities.acting.drafts import check_next_update

JSON = dict[str, Any]
LONGEST_ROLE: Final = 80
LONGEST_PROMISE: Final = 500
LONGEST_REASON: Final = 1000


@dataclass(frozen=True)
class Promised:
    """One option that is adopted. `role` and `rank` answer for it, whoever holds that post.

    `kept_version` is that of the priority as it was read, 0 where the option becomes one only now.
    """

    option: str
    role: str
    rank: str
    promise: str
    next_update_on: date | None
    kept_version: int = 0

    @property
    def columns(self) -> JSON:
        """As the row of a priority has them."""
        return {
            "owner_role": self.role, "owner_rank": self.rank, "promise": self.promise,
            "next_update_on": self.next_update_on,
        }  # fmt: skip


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


def checked(
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
            promised.append(Promised(one.option, "", "", "", None) if one.option in stays else _checked(one, today))
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


def field_of(name: str, option: str) -> str:
    """What a form calls a field of an option."""
    return f"{name}-{option}"


def _checked(one: Promised, today: date) -> Promised:
    errors = FormErrors()
    role, promise = _line("owner_role", one, errors), _line("promise", one, errors)
    if not role:
        errors.note(field_of("owner_role", one.option), _("Say which post answers for it, such as neighbourhood team."))
    if not promise:
        errors.note(field_of("promise", one.option), _("Say what the team promises to do."))
    if one.next_update_on is None:
        errors.note(field_of("next_update_on", one.option), _("Say by which day you will tell people more."))
    rank = _of_option(one.option, errors, "owner_rank", lambda: check_rank(one.rank) if one.rank.strip() else "")
    _of_option(one.option, errors, "next_update_on", lambda: check_next_update(one.next_update_on, today))
    errors.check()
    return replace(one, role=role, rank=rank or "", promise=promise)


def _of_option(option: str, errors: FormErrors, name: str, check: Any) -> Any:
    """What a check gives; what it refuses is noted at the option’s own field."""
    try:
        return check()
    except Invalid as wrong:
        errors.note(field_of(name, option), wrong.message)
    return None


def _line(name: str, one: Promised, errors: FormErrors) -> str:
    given, most = (one.role, LONGEST_ROLE) if name == "owner_role" else (one.promise, LONGEST_PROMISE)
    line = given
    with errors.gather():
        line = check_line(given, most, field_of(name, one.option))
    return line


def _text(name: str, given: str, errors: FormErrors) -> str:
    words = given
    with errors.gather():
        words = check_lines(given, LONGEST_REASON, name)
    return words

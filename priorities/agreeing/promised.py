"""One option of those that a panel agreed on: who answers for it, and what they promise."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from accounts.ranks import check_rank
from foundation.errors import Invalid
from foundation.form_errors import FormErrors
from foundation.language import _
from foundation.lengths import check_line
from priorities.acting.drafts import check_next_update

JSON = dict[str, Any]
LONGEST_ROLE: Final = 80
LONGEST_PROMISE: Final = 500


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


def field_of(name: str, option: str) -> str:
    """What a form calls a field of an option."""
    return f"{name}-{option}"


def check_promised(one: Promised, today: date) -> Promised:
    """The same, cleaned. Raises Invalid, with all that is wrong."""
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

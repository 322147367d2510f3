"""The form in which it is written down what a panel agreed on."""

from collections.abc import Mapping, Sequence
from datetime import date

from foundation.errors import Invalid
from foundation.form_errors import FormErrors
from foundation.language import _
from foundation.numbers import whole_number
from priorities.agreeing.adoption import Adoption
from priorities.agreeing.promised import Promised, field_of


def adoption_in(form: Mapping[str, str], options: Sequence[str], version: int) -> Adoption:
    """What a posted form says of the options that were chosen. Raises Invalid for a day that can’t be read."""
    errors, promised = FormErrors(), []
    for option in options:
        given = {name: form.get(field_of(name, option), "") for name in ("owner_role", "owner_rank", "promise")}
        with errors.gather():
            day = _day(form.get(field_of("next_update_on", option), ""), option)
            kept = whole_number(form.get(field_of("kept_version", option), "")) or 0
            promised.append(Promised(option, given["owner_role"], given["owner_rank"], given["promise"], day, kept))
    errors.check()
    return Adoption(tuple(promised), form.get("reason", ""), form.get("why", ""), version)


def _day(given: str, option: str) -> date | None:
    try:
        return date.fromisoformat(given.strip()) if given.strip() else None
    except ValueError:
        wrong = field_of("next_update_on", option)
        raise Invalid.at(wrong, _("Give the day as it is in the calendar, or leave it empty.")) from None

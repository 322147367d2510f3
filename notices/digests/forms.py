"""The form of how often and when somebody is told what can wait."""

from collections.abc import Mapping
from typing import Any

from foundation.errors import Invalid
from foundation.language import _
from foundation.numbers import whole_number
from notices.digests.pacing import Every, Pacing

JSON = dict[str, Any]
_EVERY_HALF_HOUR = 30
_MINUTES = 24 * 60
HOURS = range(24)
BUDGETS = (1, 2, 3, 5, 10, 20)
CLOCK = [(minute, f"{minute // 60:02}:{minute % 60:02}") for minute in range(0, _MINUTES, _EVERY_HALF_HOUR)]
"""The times that quiet hours begin and end at: minutes of the day, and as a clock shows them."""


def read_form(form: Mapping[str, str]) -> Pacing:
    """What was chosen; raises Invalid for what the form does not offer."""
    every = form.get("every", "")
    if every not in set(Every):
        raise Invalid.at("every", _("Choose how often you want to be told."))
    return Pacing(
        Every(every),
        _number(form, "hour", _("Choose an hour of the day.")),
        _minute(form, "quiet_from"),
        _minute(form, "quiet_to"),
        _number(form, "mails_a_day", _("Choose how many emails a day may come.")),
    )


def _number(form: Mapping[str, str], name: str, sentence: str) -> int:
    if (number := whole_number(form.get(name, ""))) is None:
        raise Invalid.at(name, sentence)
    return number


def _minute(form: Mapping[str, str], name: str) -> int | None:
    return _number(form, name, _("Choose a time of the day.")) if form.get(name) else None

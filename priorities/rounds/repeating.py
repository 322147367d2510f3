"""When a round that repeats comes again."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from foundation.errors import Invalid
from foundation.language import _

EVERY: Final = (1, 2, 3, 4, 6, 12)
"""Months after which it can come again."""


@dataclass(frozen=True)
class Repeating:
    """`months`: it comes again by itself after so many; None: it is only kept, to begin others from.

    `force_wide`: to be begun in every neighbourhood of the force.
    """

    months: int | None = None
    force_wide: bool = False


def check_repeating(repeating: Repeating) -> Repeating:
    """Raises Invalid."""
    if repeating.months is not None and repeating.months not in EVERY:
        raise Invalid.at("months", _("Choose one of these."))
    if repeating.months and repeating.force_wide:
        raise Invalid.at("months", _("What is kept for the whole force doesn’t begin by itself: choose “never”."))
    return repeating


def months_later(day: date, months: int, first: date | None = None) -> date:
    """The same day of another month, or its last one where it has no such day. `first`: the day that it began with,
    where a month between had none: 31 January, 28 February, 31 March."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min((first or day).day, monthrange(year, month + 1)[1]))

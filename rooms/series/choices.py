"""What a form offers for repeating, and the rule that each choice means."""

from datetime import date
from enum import StrEnum

from foundation.errors import Invalid
from foundation.language import _
from rooms.series.rules import WEEKDAYS, parse_rule


class Repeat(StrEnum):
    NEVER = "never"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    OWN = "own"


def rule_of(repeat: str, first: date, until: str = "", own: str = "") -> str | None:
    """The rule that a choice means for a series that begins on `first`; None for never.

    `until` is a day as `2027-03-31`, or empty. Raises Invalid, naming `repeat`, `rule` or `until`.
    """
    if repeat not in set(Repeat):
        raise Invalid.at("repeat", _("Choose how often it repeats."))
    if repeat == Repeat.NEVER:
        return None
    rule = own.strip().upper().removeprefix("RRULE:") if repeat == Repeat.OWN else _rule(Repeat(repeat), first)
    parse_rule(rule)
    if not until:
        return rule
    last = _day(until)
    if last < first:
        raise Invalid.at("until", _("The last day must not come before the first."))
    rule = f"{rule};UNTIL={last:%Y%m%d}"
    parse_rule(rule, "until")
    return rule


def _rule(repeat: Repeat, first: date) -> str:
    weekday = WEEKDAYS[first.weekday()]
    match repeat:
        case Repeat.FORTNIGHTLY:
            return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday}"
        case Repeat.MONTHLY:
            return f"FREQ=MONTHLY;BYDAY={which_of_month(first)}{weekday}"
        case _other:
            return f"FREQ=WEEKLY;BYDAY={weekday}"


def which_of_month(day: date) -> int:
    """Which of its weekday a day is in its month, 1 to 4; -1, the last, for a fifth: few months have one."""
    place = (day.day - 1) // 7 + 1
    return place if place < 5 else -1


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Invalid.at("until", _("Give the last day, or leave it empty.")) from None

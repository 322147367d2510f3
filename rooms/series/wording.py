"""A rule as people say it."""

from datetime import date

from babel.dates import format_date, get_day_names

from foundation import language
from foundation.language import _
from rooms.series.rules import Frequency, Rule, parse_rule


def rule_words(text: str, first: date) -> str:
    """`Every Tuesday`, `Every month on the second Tuesday`, until when where there is an end; in the reader's words."""
    rule = parse_rule(text)
    words = _often(rule, first)
    if rule.until:
        day = format_date(rule.until, "d MMMM y", locale=language.current())
        return _("%(often)s, until %(day)s", often=words, day=day)
    if rule.count:
        return _("%(often)s, %(count)s times", often=words, count=rule.count)
    return words


def _often(rule: Rule, first: date) -> str:
    plain = not (rule.month_days or rule.months or rule.positions)
    weekday = _weekday(rule, first)
    if plain and weekday and rule.frequency is Frequency.WEEKLY and rule.interval in (1, 2):
        if rule.interval == 1:
            return _("Every %(weekday)s", weekday=weekday)
        return _("Every two weeks on %(weekday)s", weekday=weekday)
    if plain and weekday and rule.frequency is Frequency.MONTHLY and rule.interval == 1 and rule.weekdays:
        which = rule.weekdays[0][0]
        if which in _which():
            return _("Every month on the %(which)s %(weekday)s", which=_which()[which], weekday=weekday)
    if plain and not rule.weekdays and rule.frequency is Frequency.DAILY and rule.interval == 1:
        return _("Every day")
    return _("On set dates")


def _weekday(rule: Rule, first: date) -> str:
    """The name of its one weekday; empty where there are several."""
    if len(rule.weekdays) > 1:
        return ""
    day = rule.weekdays[0][1] if rule.weekdays else first.weekday()
    return str(get_day_names("wide", locale=language.current())[day])


def _which() -> dict[int, str]:
    return {1: _("first"), 2: _("second"), 3: _("third"), 4: _("fourth"), -1: _("last")}

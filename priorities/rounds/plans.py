"""What a round is to be: its title, its dates, and how its vote goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, Final

from foundation import clock
from foundation.errors import Invalid
from foundation.form_errors import FormErrors
from foundation.language import _
from foundation.lengths import check_line, check_lines
from priorities.methods import Advice, Method
from priorities.phases import BEGINS, ORDER
from priorities.tiers import TIERS

JSON = dict[str, Any]
DATES: Final = tuple(BEGINS[phase] for phase in ORDER)
"""The columns of a round’s dates, in their order."""
OPENS, PROPOSALS_CLOSE = DATES[:2]
LONGEST_TITLE: Final = 120
_LONGEST_ABOUT: Final = 1000
_MOST_PICKED: Final = 20
_MOST_PLACES: Final = 10
_HIGHEST_QUORUM: Final = 1_000_000
_SHORTEST: Final = timedelta(hours=1)
"""A phase is at least this long: whoever reads its beginning can still do something in it."""
_AHEAD: Final = timedelta(days=2 * 366)
_BACK: Final = timedelta(days=1)


@dataclass(frozen=True)
class Settings:
    """How the vote of a round goes; frozen once it opens. `tiers`: who may vote."""

    method: Method = Method.APPROVAL
    advice: Advice = Advice.EQUAL_SHARES
    pick: int = 3
    places: int = 3
    tiers: tuple[str, ...] = TIERS
    quorum: int = 20
    opinions: bool = False

    @property
    def columns(self) -> JSON:
        """As a round’s row has them."""
        return {
            "method": self.method, "advice": self.advice, "pick": self.pick, "places": self.places,
            "tiers": ",".join(self.tiers), "quorum": self.quorum, "opinions": self.opinions,
        }  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """A round that is to begin. `dates` has every one of DATES. `client_id` is a UUID that the client made, so that
    sending twice is one round; None: nobody sent it."""

    title: str
    dates: Mapping[str, datetime]
    about: str = ""
    settings: Settings = field(default_factory=Settings)
    client_id: str | None = None


def check_plan(plan: Plan) -> Plan:
    """The plan with its words cleaned; raises Invalid, with all that is wrong in it."""
    errors = FormErrors()
    with errors.gather():
        title = check_title(plan.title)
    with errors.gather():
        about = check_about(plan.about)
    with errors.gather():
        settings = check_settings(plan.settings)
    with errors.gather():
        check_new_dates(plan.dates)
    errors.check()
    return replace(plan, title=title, about=about, settings=settings)


def check_title(title: str) -> str:
    """One line; raises Invalid."""
    words = check_line(title, LONGEST_TITLE, "title")
    if not words:
        raise Invalid.at("title", _("Give the round a name, like “Spring priorities”."))
    return words


def check_about(about: str) -> str:
    """Some lines, or nothing; raises Invalid."""
    return check_lines(about, _LONGEST_ABOUT, "about")


def check_settings(settings: Settings) -> Settings:
    """The settings; equal shares advise on approval votes alone. Raises Invalid."""
    errors = FormErrors()
    _check_number(errors, "pick", settings.pick, 1, _MOST_PICKED)
    _check_number(errors, "places", settings.places, 1, _MOST_PLACES)
    _check_number(errors, "quorum", settings.quorum, 0, _HIGHEST_QUORUM)
    if not settings.tiers or not set(settings.tiers) <= set(TIERS):
        errors.note("tiers", _("Choose who may vote."))
    errors.check()
    advice = settings.advice if settings.method is Method.APPROVAL else Advice.PLAIN
    return replace(settings, advice=advice, tiers=tuple(tier for tier in TIERS if tier in settings.tiers))


def note_order(dates: Mapping[str, datetime], errors: FormErrors) -> None:
    """Note each date that does not come after the one before it."""
    for before, after in pairwise(DATES):
        if dates[after] < dates[before] + _SHORTEST:
            errors.note(after, _("Each phase begins at least an hour after the one before it."))


def check_new_dates(dates: Mapping[str, datetime]) -> None:
    """The dates of a round that has not begun, one after the other. Raises Invalid."""
    check_reach(dates)
    errors, now = FormErrors(), clock.now()
    if dates[OPENS] < now - _BACK:
        errors.note(OPENS, _("This day is over. Choose today or a later day."))
    elif dates[PROPOSALS_CLOSE] <= now:
        errors.note(PROPOSALS_CLOSE, _("This day is over. Choose today or a later day."))
    note_order(dates, errors)
    errors.check()


def check_reach(dates: Mapping[str, datetime]) -> None:
    """Dates of these years, before anything is reckoned with them: the calendar ends in 9999. Raises Invalid."""
    errors, earliest = FormErrors(), clock.now() - _AHEAD
    note_horizon(dates, errors)
    for name, moment in dates.items():
        if moment < earliest:
            errors.note(name, _("Choose a time that is still to come."))
    errors.check()


def note_horizon(dates: Mapping[str, datetime], errors: FormErrors) -> None:
    """Note each date that is too far away to mean anything."""
    for name, moment in dates.items():
        if moment > clock.now() + _AHEAD:
            errors.note(name, _("This is more than two years away."))


def _check_number(errors: FormErrors, name: str, number: int, least: int, most: int) -> None:
    if not least <= number <= most:
        errors.note(name, _("Give a number from %(least)s to %(most)s.", least=least, most=most))

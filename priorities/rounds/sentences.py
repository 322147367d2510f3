"""What followers are told of rounds, in their own languages. Nobody’s words but the round’s title are in them."""

from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from foundation.keys import SETTINGS
from foundation.language import _, ngettext
from foundation.pages import local_date, local_time
from neighbourhoods.places import Place

JSON = dict[str, Any]


def dates_moved(app: web.Application, row: JSON) -> str:
    """Dates of a round were moved; `row` has them as they are now."""
    zone = app[SETTINGS].time_zone
    return _(
        "Dates of “%(title)s” were moved. The vote is open from %(opens)s until %(closes)s.",
        title=row["title"], opens=_when(row, "vote_at", zone), closes=_when(row, "agree_at", zone),
    )  # fmt: skip


def vote_came_late(app: web.Application, row: JSON) -> str:
    """The service was away when it was to open; `row` has the dates as they are now."""
    return _(
        "The vote on “%(title)s” could not open in time, because this service was away. It closes later: %(closes)s.",
        title=row["title"], closes=_when(row, "agree_at", app[SETTINGS].time_zone),
    )  # fmt: skip


def cancelled(row: JSON) -> str:
    """Why is said on its page alone: those are words of its staff."""
    return _("“%(title)s” was cancelled. Its page says why.", title=row["title"])


def still_waiting(app: web.Application, row: JSON) -> str:
    """For its staff, shortly before the vote; `row` has how many are `waiting`."""
    return ngettext(
        "One proposal or change in “%(title)s” still waits for a moderator. The vote opens %(opens)s without it.",
        "%(n)s proposals or changes in “%(title)s” still wait for a moderator. The vote opens %(opens)s without them.",
        row["waiting"], title=row["title"], opens=_when(row, "vote_at", app[SETTINGS].time_zone),
    )  # fmt: skip


def made_by_itself(place: Place) -> str:
    """For its officers, of one that comes again."""
    return _("The next round of priorities of %(place)s was made. You can still change it.", place=place.shown_name)


def begun(app: web.Application, row: JSON, place: Place) -> str:
    """People who live there may propose; those who follow may be others, too."""
    until = _when(row, "shape_at", app[SETTINGS].time_zone)
    return _("Proposals for what the police in %(place)s should work on are open until %(date)s: “%(title)s”.",
             place=place.shown_name, date=until, title=row["title"])  # fmt: skip


def vote_opened(app: web.Application, row: JSON, place: Place) -> str:
    """The same of the vote: who may vote is said on its page."""
    until = _when(row, "agree_at", app[SETTINGS].time_zone)
    return _("The vote on the priorities of %(place)s is open until %(date)s: “%(title)s”.",
             place=place.shown_name, date=until, title=row["title"])  # fmt: skip


def vote_closes(app: web.Application, row: JSON, place: Place) -> str:
    """The vote closes in two days, or sooner."""
    until = _when(row, "agree_at", app[SETTINGS].time_zone)
    return _("The vote on the priorities of %(place)s closes on %(date)s: “%(title)s”.",
             place=place.shown_name, date=until, title=row["title"])  # fmt: skip


def result_is_there(row: JSON, place: Place) -> str:
    """The ballots are counted."""
    return _("The result of the vote on the priorities of %(place)s is there: “%(title)s”.",
             place=place.shown_name, title=row["title"])  # fmt: skip


def _when(row: JSON, name: str, zone: ZoneInfo) -> str:
    moment = row[name]
    return _("%(date)s at %(time)s", date=local_date(moment, zone), time=local_time(moment, zone))

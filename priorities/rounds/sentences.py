"""What followers are told of rounds, in their own languages.

A round is named by its neighbourhood (`place`: what that is called) and never by its title: that is words of its staff,
which moderators take out, and what somebody was told stays. Where notices are read its title of now stands beside them.
"""

from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from foundation.keys import SETTINGS
from foundation.language import _, ngettext
from foundation.pages import local_date, local_time

JSON = dict[str, Any]


def dates_moved(app: web.Application, row: JSON, place: str) -> str:
    """Dates of a round were moved; `row` has them as they are now."""
    zone = app[SETTINGS].time_zone
    return _(
        "Dates of a round of priorities of %(place)s were moved. The vote is open from %(opens)s until %(closes)s.",
        place=place, opens=_when(row, "vote_at", zone), closes=_when(row, "agree_at", zone),
    )  # fmt: skip


def vote_came_late(app: web.Application, row: JSON, place: str) -> str:
    """The service was away when it was to open; `row` has the dates as they are now."""
    return _(
        "The vote on the priorities of %(place)s could not open in time, because this service was away. "
        "It closes later: %(closes)s.",
        place=place, closes=_when(row, "agree_at", app[SETTINGS].time_zone),
    )  # fmt: skip


def cancelled(place: str) -> str:
    """Why is said on its page alone: those are words of its staff."""
    return _("A round of priorities of %(place)s was cancelled. Its page says why.", place=place)


def still_waiting(app: web.Application, row: JSON, place: str) -> str:
    """For its staff, shortly before the vote; `row` has how many are `waiting`."""
    return ngettext(
        "One proposal or change for the priorities of %(place)s still waits for a moderator. "
        "The vote opens %(opens)s without it.",
        "%(n)s proposals or changes for the priorities of %(place)s still wait for a moderator. "
        "The vote opens %(opens)s without them.",
        row["waiting"], place=place, opens=_when(row, "vote_at", app[SETTINGS].time_zone),
    )  # fmt: skip


def made_by_itself(place: str) -> str:
    """For its officers, of one that comes again."""
    return _("The next round of priorities of %(place)s was made. You can still change it.", place=place)


def begun(app: web.Application, row: JSON, place: str) -> str:
    """People who live there may propose; those who follow may be others, too."""
    until = _when(row, "shape_at", app[SETTINGS].time_zone)
    return _(
        "Proposals for what the police in %(place)s should work on are open until %(date)s.", place=place, date=until
    )


def vote_opened(app: web.Application, row: JSON, place: str) -> str:
    """The same of the vote: who may vote is said on its page."""
    until = _when(row, "agree_at", app[SETTINGS].time_zone)
    return _("The vote on the priorities of %(place)s is open until %(date)s.", place=place, date=until)


def vote_closes(app: web.Application, row: JSON, place: str) -> str:
    """The vote closes in two days, or sooner."""
    until = _when(row, "agree_at", app[SETTINGS].time_zone)
    return _("The vote on the priorities of %(place)s closes on %(date)s.", place=place, date=until)


def result_is_there(place: str) -> str:
    """The ballots are counted."""
    return _("The result of the vote on the priorities of %(place)s is there.", place=place)


def _when(row: JSON, name: str, zone: ZoneInfo) -> str:
    moment = row[name]
    return _("%(date)s at %(time)s", date=local_date(moment, zone), time=local_time(moment, zone))

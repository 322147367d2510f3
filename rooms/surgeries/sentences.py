"""What those who count on a surgery are told of it, in the language of whoever reads it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from foundation.language import _
from foundation.pages import local_date, local_time

JSON = dict[str, Any]


def when(moment: datetime, zone: ZoneInfo) -> str:
    """`Tuesday 24 November 2026, 6pm`, in the reader's language."""
    return f"{local_date(moment, zone)}, {local_time(moment, zone)}"


def cancelled(surgery: JSON) -> Callable[[], str]:
    """That a date does not take place; why stands on its page."""
    zone = ZoneInfo(surgery["time_zone"])
    return lambda: _(
        "“%(title)s” on %(when)s does not take place. Its page says why.",
        title=surgery["title"],
        when=when(surgery["starts_at"], zone),
    )


def moved(surgery: JSON, to: datetime) -> Callable[[], str]:
    """That a date is at another time now."""
    zone = ZoneInfo(surgery["time_zone"])
    return lambda: _(
        "“%(title)s” was moved from %(before)s to %(when)s.",
        title=surgery["title"],
        before=when(surgery["starts_at"], zone),
        when=when(to, zone),
    )


def host_missing(surgery: JSON) -> Callable[[], str]:
    """That nobody has come to hold it."""
    return lambda: _(
        "Nobody has come yet to hold “%(title)s”. Questions are kept, and you are told of the answer.",
        title=surgery["title"],
    )


def host_wanted(surgery: JSON) -> Callable[[], str]:
    """To officers who could: somebody is to take it over."""
    return lambda: _("“%(title)s” is open and its host has not come. Can you take it over?", title=surgery["title"])

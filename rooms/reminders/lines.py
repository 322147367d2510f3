"""What a reminder says, in the language of who is reminded."""

from typing import Any
from zoneinfo import ZoneInfo

from foundation.language import _
from foundation.pages import local_date, local_time
from rooms.reminders.times import Moment


def sentence_of(date: dict[str, Any], moment: Moment) -> str:
    """Day and time stand in it in full: "tomorrow" would be wrong where it is read later."""
    zone = ZoneInfo(date["time_zone"])
    time = local_time(date["starts_at"], zone)
    if moment is Moment.SOON:
        said = _("“%(title)s” begins at %(time)s.", title=date["title"], time=time)
    else:
        day = local_date(date["starts_at"], zone)
        said = _("“%(title)s” is on %(date)s at %(time)s.", title=date["title"], date=day, time=time)
    return f"{said} {_where(date)}".strip()


def _where(date: dict[str, Any]) -> str:
    if not date["place"]:
        return ""
    if date["online"]:
        return _("It is at %(place)s, and online.", place=date["place"])
    return _("It is at %(place)s.", place=date["place"])

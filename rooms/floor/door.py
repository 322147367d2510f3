"""The sign on the door: closed until when, open, or with someone and back at what time."""

from datetime import datetime
from typing import Any, TypedDict
from zoneinfo import ZoneInfo

from babel.dates import format_date

from foundation import clock
from foundation.language import _, current
from foundation.pages import local_time
from rooms.queue.doors import Door as Sign

JSON = dict[str, Any]


class Door(TypedDict):
    """`state`: closed, open or with_someone; `at`: when it opens or who sits with someone is back, where known."""

    state: str
    at: datetime | None


def read_door(sign: Sign) -> Door:
    """The sign as the queue writes it: `state`, and `opens_at` or `back_at` (RFC 3339), where known."""
    at = sign["opens_at"] or sign["back_at"]
    return {"state": sign["state"], "at": datetime.fromisoformat(at) if at else None}


def door_word(door: Door) -> str:
    """What the plate on the drawn door says."""
    return {"open": _("Open"), "with_someone": _("Busy")}.get(door["state"], _("Closed"))


def door_sentence(door: Door, zone: ZoneInfo) -> str:
    """What the sign says in full."""
    if door["state"] == "open":
        return _("Open. Come in.")
    when = _moment(door["at"], zone) if door["at"] else ""
    if door["state"] == "with_someone":
        return _("With someone, back at %(when)s", when=when) if when else _("With someone at the moment")
    return _("Closed, opens %(when)s", when=when) if when else _("Closed")


def _moment(at: datetime, zone: ZoneInfo) -> str:
    """The time alone today, the day with it this week, the date with it later."""
    days = (at.astimezone(zone).date() - clock.today_in(zone)).days
    time = local_time(at, zone)
    if days == 0:
        return time
    pattern = "EEEE" if 0 < days < 7 else "EEEE d MMMM"
    return f"{format_date(at.astimezone(zone), pattern, locale=current())} {time}"

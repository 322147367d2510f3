"""What an official answer promises to do, or to find out, by a day."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypedDict
from zoneinfo import ZoneInfo

from foundation import clock
from foundation.errors import Invalid
from foundation.language import _

FIELD = "promised_for"
_FURTHEST = timedelta(days=366)


class Promise(TypedDict):
    """`state` is open or kept; `kept_at` when somebody said that it was kept.

    Whether an open one is late hangs on the clock of the force, and is asked where it is drawn (`day|is_over`).
    """

    day: date
    state: str
    kept_at: datetime | None


def checked_day(given: str, zone: ZoneInfo) -> date | None:
    """The day of a promise (`2026-11-25`), None where nothing is promised; raises Invalid."""
    if not given.strip():
        return None
    try:
        day = date.fromisoformat(given.strip())
    except ValueError:
        raise Invalid.at(FIELD, _("Give the day as it is in the calendar, or leave it empty.")) from None
    today = clock.today_in(zone)
    if not today <= day <= today + _FURTHEST:
        raise Invalid.at(FIELD, _("Choose a day from today on, within a year."))
    return day


def promise_of(reply: Mapping[str, Any]) -> Promise | None:
    """The promise of an official answer as it stands now, of a row; None where it promises nothing."""
    day, kept_at = day_of(reply["promised_for"]), reply["promise_kept_at"]
    if day is None or not reply["official"]:
        return None
    return {"day": day, "state": "open" if kept_at is None else "kept", "kept_at": kept_at}


def day_of(promised_for: date | str | None) -> date | None:
    """A date as both databases give it."""
    return date.fromisoformat(promised_for) if isinstance(promised_for, str) else promised_for

"""What somebody wanted to be reminded of, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from rooms.reminders.models import Reminder, SeriesReminder

JSON = dict[str, Any]


async def _dates(person: str) -> AsyncIterator[JSON]:
    columns = ("surgery_id", "created_at", "day_sent_at", "soon_sent_at", "ended_at")
    async for row in by_key(Reminder.filter(person_id=person), *columns):
        yield {"surgery": row.pop("surgery_id"), **row}


async def _series(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(SeriesReminder.filter(person_id=person), "series_id", "created_at", "ended_at"):
        yield {"series": row.pop("series_id"), **row}


HELD_BY_REMINDERS = (
    Holding("reminders", ("reminder.person_id",), _dates),
    Holding("series_reminders", ("series_reminder.person_id",), _series),
)

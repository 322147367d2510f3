"""Every query about who counts on a surgery."""

from rooms.models import Message, MessageKind, MessageState
from rooms.reminders.models import Reminder, SeriesReminder


async def attendants_of(surgery_id: str, series_id: str | None) -> list[str]:
    """The ids of those who asked to be reminded of it, or of all dates of its series, and who put a question early."""
    reminded = Reminder.filter(surgery_id=surgery_id, ended_at=None)
    standing = (MessageState.PUBLISHED, MessageState.HELD)
    asked = Message.filter(room_id=surgery_id, kind=MessageKind.QUESTION, state__in=standing)
    people = {str(person) for person in await reminded.values_list("person_id", flat=True)}
    people |= {str(person) for person in await asked.values_list("author_id", flat=True)}
    return sorted(people | await followers_of(series_id) if series_id else people)


async def followers_of(series_id: str) -> set[str]:
    """The ids of those who asked to be reminded of every date of a series."""
    reminded = SeriesReminder.filter(series_id=series_id, ended_at=None)
    return {str(person) for person in await reminded.values_list("person_id", flat=True)}

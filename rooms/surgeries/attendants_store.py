"""Every query about who counts on a surgery, beside those who asked to be reminded."""

from rooms.models import Message, MessageKind, MessageState
from rooms.reminders.models import SeriesReminder


async def askers_of(surgery_id: str) -> list[str]:
    """The ids of those whose questions stand in its room, or wait for a moderator."""
    standing = (MessageState.PUBLISHED, MessageState.HELD)
    asked = Message.filter(room_id=surgery_id, kind=MessageKind.QUESTION, state__in=standing)
    return sorted({str(person) for person in await asked.values_list("author_id", flat=True)})


async def followers_of(series_id: str) -> set[str]:
    """The ids of those who asked to be reminded of every date of a series."""
    reminded = SeriesReminder.filter(series_id=series_id, ended_at=None)
    return {str(person) for person in await reminded.values_list("person_id", flat=True)}

"""Every query of all the messages of one person."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from moderation.leaving_words import words_leaving
from rooms.message_rows import MESSAGE_FIELDS
from rooms.models import Message, MessageState, RoomKind

JSON = dict[str, Any]


async def words_to_leave(person: str, *, everything: bool, kept: Collection[str] | None, most: int) -> list[JSON]:
    """The messages, newest first, that are to leave the screens or to lose their text.

    Of what is `kept` (ids; None: all) nothing loses its text.
    """
    found = Message.filter(words_leaving(everything=everything, kept=kept), author_id=person)
    return await found.order_by("-id").limit(most).values(*MESSAGE_FIELDS)


async def has_said_one_of(person: str, messages: Collection[str]) -> bool:
    return bool(messages) and await Message.filter(author_id=person, id__in=list(messages)).exists()


async def has_spoken_in(person: str, force: str) -> bool:
    """In public: that somebody talked in a booth is nobody's to learn from this."""
    said = Message.filter(author_id=person, room__force_id=force)
    return await said.exclude(room__kind=RoomKind.BOOTH).exists()


async def count_standing(person: str, before: datetime, most: int) -> int:
    """How many were posted before and can be read by everybody, `most` at most. Those of a booth would show it."""
    standing = Message.filter(author_id=person, state=MessageState.PUBLISHED, created_at__lte=before)
    return len(await standing.exclude(room__kind=RoomKind.BOOTH).limit(most).values_list("id", flat=True))


async def message_anywhere(message: str) -> JSON | None:
    """A message of any room, with its room's force."""
    return await Message.filter(id=message).first().values(
        "id", "author_id", "room_id", "room__force_id", "room__kind", "body", "state", "created_at", "revision"
    )  # fmt: skip

"""What rooms hold about a person, as they take it away: their own words in every state, and nobody else's."""

from collections.abc import AsyncIterator
from typing import Any

from tortoise.expressions import Q

from accounts.ports import Holding
from foundation.paging import by_key
from rooms.booth.holdings import HELD_BY_BOOTHS
from rooms.console.holdings import HELD_BY_CONSOLE
from rooms.minutes.holdings import HELD_BY_MINUTES
from rooms.models import Message, Restriction, RoomHost, Surgery
from rooms.paper.holdings import HELD_BY_PAPER
from rooms.polls.holdings import HELD_BY_POLLS
from rooms.promises.holdings import HELD_BY_PROMISES
from rooms.pulse.holdings import HELD_BY_PULSE
from rooms.questions.holdings import HELD_BY_QUESTIONS
from rooms.queue.holdings import HELD_BY_QUEUES
from rooms.reminders.holdings import HELD_BY_REMINDERS
from rooms.running_log.holdings import HELD_BY_LOGS
from rooms.series.holdings import HELD_BY_SERIES

JSON = dict[str, Any]


async def _words(person: str) -> AsyncIterator[JSON]:
    """`reply_to` is the id of what they answered, without its words."""
    columns = ("room_id", "room__surgery__title", "kind", "state", "body", "pending_body", "held_reason", "reply_to",
               "emergency", "created_at", "edited_at")  # fmt: skip
    async for row in by_key(Message.filter(author_id=person), *columns):
        yield {"id": row.pop("id"), "room": row.pop("room_id"), "title": row.pop("room__surgery__title"), **row}


async def _restrictions(person: str) -> AsyncIterator[JSON]:
    columns = ("room_id", "kind", "until", "reason", "created_at", "ended_at")
    async for row in by_key(Restriction.filter(person_id=person), *columns):
        yield {"room": row.pop("room_id"), **row}


async def _restrictions_made(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Restriction.filter(by=person), "room_id", "kind", "until", "reason", "created_at"):
        yield {"room": row.pop("room_id"), **row}


async def _surgeries(person: str) -> AsyncIterator[JSON]:
    """Those that somebody announced or holds."""
    held = [str(room) for room in await RoomHost.filter(person_id=person).values_list("room_id", flat=True)]
    theirs = Surgery.filter(Q(created_by=person) | Q(id__in=held))
    columns = ("title", "neighbourhood_id", "starts_at", "ends_at", "created_by", "created_at")
    async for row in by_key(theirs, *columns):
        announced = row.pop("created_by") == person
        yield {"neighbourhood": row.pop("neighbourhood_id"), **row, "announced": announced, "host": row["id"] in held}


HELD_BY_ROOMS = (
    *HELD_BY_BOOTHS,
    *HELD_BY_CONSOLE,
    *HELD_BY_POLLS,
    *HELD_BY_PROMISES,
    *HELD_BY_PULSE,
    *HELD_BY_QUESTIONS,
    *HELD_BY_QUEUES,
    *HELD_BY_REMINDERS,
    *HELD_BY_SERIES,
    *HELD_BY_PAPER,
    *HELD_BY_LOGS,
    *HELD_BY_MINUTES,
    Holding("words", ("room_message.author_id",), _words),
    Holding("restrictions", ("room_restriction.person_id",), _restrictions),
    Holding("restrictions_made", ("room_restriction.by",), _restrictions_made),
    Holding("surgeries", ("surgery.created_by", "room_host.person_id"), _surgeries),
)

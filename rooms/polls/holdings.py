"""What polls hold about a person."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from rooms.polls.models import Poll, PollVote

JSON = dict[str, Any]


async def _votes(person: str) -> AsyncIterator[JSON]:
    """`option` counts from 0."""
    async for row in by_key(PollVote.filter(person_id=person), "poll_id", "poll__room_id", "option", "voted_at"):
        yield {"room": row.pop("poll__room_id"), "poll": row.pop("poll_id"), **row}


async def _opened(person: str) -> AsyncIterator[JSON]:
    columns = ("room_id", "question", "options", "state", "opened_at", "closed_at")
    async for row in by_key(Poll.filter(opened_by=person), *columns):
        yield {"room": row.pop("room_id"), **row}


HELD_BY_POLLS = (
    Holding("poll_votes", ("poll_vote.person_id",), _votes),
    Holding("polls_opened", ("poll.opened_by",), _opened),
)

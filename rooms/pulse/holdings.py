"""What the pulse holds about a person: that they were asked. What they answered, nobody can tell, nor we."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from rooms.pulse.models import PulseTaken

JSON = dict[str, Any]


async def _asked(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(PulseTaken.filter(person_id=person), "room_id", "moment"):
        yield {"room": row["room_id"], "moment": row["moment"]}


HELD_BY_PULSE = (Holding("pulse_asked", ("pulse_taken.person_id",), _asked),)

"""People who wait for a word alone in Ada's open surgery."""

from collections.abc import Awaitable, Callable

import pytest

from tests.cast import Member
from tests.rooms_from_outside import Room, Seat

Wait = Callable[..., Awaitable[Seat]]
ADULT = "18_or_over"


@pytest.fixture
def wait(room: Room) -> Wait:
    """`await wait(cast.rosa)`: she comes in and takes a ticket; gives her seat."""

    async def takes(member: Member, **said: object) -> Seat:
        seat = await room.enter(member)
        await seat.ok("take_ticket", **{"age": ADULT, **said})
        return seat

    return takes

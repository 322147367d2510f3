"""Rosa talks with PC Ada Okafor alone, and people who have no business there."""

from dataclasses import dataclass

import pytest

from tests.cast import Cast, Member
from tests.house import House
from tests.rooms_from_outside import Room, Seat

SECRET = "He reads my phone when he is home"
ADULT = "18_or_over"


@dataclass
class Talk:
    """A booth: `id`, the seats of its two, in it, and the surgery's room that it was begun in."""

    id: str
    surgery: Room
    room: Room
    rosa: Seat
    ada: Seat

    @property
    def house(self) -> House:
        return self.surgery.house


async def begin(room: Room, resident: Member, officer: Member, age: str = ADULT) -> Talk:
    """A ticket, a call, the way in."""
    theirs, ada = await room.enter(resident), await room.enter(officer)
    await theirs.ok("take_ticket", age=age)
    await ada.ok("call_next")
    id_ = (await theirs.ok("answer_call"))["booth"]
    booth = Room(room.house, {"id": id_}, officer)
    return Talk(id_, room, booth, await booth.enter(resident), await booth.enter(officer))


@pytest.fixture
async def talk(room: Room, cast: Cast) -> Talk:
    """Rosa has told Ada what she came for."""
    begun = await begin(room, cast.rosa, cast.ada)
    await begun.rosa.say(SECRET)
    await begun.ada.hear("message_posted", body=SECRET)
    return begun

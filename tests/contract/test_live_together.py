"""Many who write at the same moment share a transaction: each is kept, and nobody fails for another's sake."""

import asyncio
from uuid import uuid4

from tests.cast import Cast
from tests.rooms_from_outside import Room


async def test_a_lively_room_keeps_everybodys_words_in_one_order(room: Room, cast: Cast):
    people = [await room.enter(member) for member in (cast.rosa, cast.amir, cast.gwen, cast.olga, cast.ada)]
    answers = await asyncio.gather(
        *(one.ok("send_message", client_id=str(uuid4()), body=f"Words {turn}") for turn in range(4) for one in people)
    )
    assert sorted(answer["seq"] for answer in answers) == list(range(2, 22))
    for one in people:
        await one.live.wait("event", seq=21)
        assert [entry["seq"] for entry in one.live.entries()] == list(range(2, 22))


async def test_amirs_words_are_kept_beside_rosas_that_came_twice(room: Room, cast: Cast):
    phones = [await room.enter(cast.rosa) for _ in range(3)]
    amir, gwen = await room.enter(cast.amir), await room.enter(cast.gwen)
    client_id = str(uuid4())
    *rosas, amirs, gwens = await asyncio.gather(
        *(phone.ok("send_message", client_id=client_id, body="Is anybody there?") for phone in phones),
        amir.ok("send_message", client_id=str(uuid4()), body="Yes"),
        gwen.ok("send_message", client_id=str(uuid4()), body="Me too"),
    )
    assert len({answer["id"] for answer in rosas}) == 1
    assert {rosas[0]["seq"], amirs["seq"], gwens["seq"]} == {2, 3, 4}
    assert await room.last_seq() == 4

"""How many are here, and which officers: told as counts, never who else."""

from tests.cast import Cast
from tests.rooms_from_outside import Room


async def test_rosa_sees_how_many_are_here_and_who_of_the_police(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    await rosa.live.wait("presence", room=room.id, people=1, officers=[])
    await room.enter(cast.amir)
    await rosa.live.wait("presence", people=2)
    await room.enter(cast.ada)
    told = await rosa.live.wait("presence", people=3)
    assert [officer["id"] for officer in told["officers"]] == [cast.ada.id]
    assert told["officers"][0]["officer"]["verified"] is True
    assert set(told) == {"room", "people", "officers"}


async def test_somebody_who_goes_is_counted_out(room: Room, cast: Cast):
    rosa, amir, ada = await room.enter(cast.rosa), await room.enter(cast.amir), await room.enter(cast.ada)
    await rosa.live.wait("presence", people=3)
    await amir.ok("leave")
    await rosa.live.wait("presence", people=2)
    await ada.live.close()
    await rosa.live.wait("presence", people=1, officers=[])


async def test_one_person_on_two_devices_is_one_person(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    await room.enter(cast.amir)
    await rosa.live.wait("presence", people=2)
    await room.enter(cast.amir)
    await room.enter(cast.gwen)
    await rosa.live.wait("presence", people=3)


async def test_rosas_second_device_hears_the_count_too_though_it_is_the_same(room: Room, cast: Cast):
    first = await room.enter(cast.rosa)
    await first.live.wait("presence", people=1)
    second = await room.enter(cast.rosa)
    await second.live.wait("presence", people=1, officers=[])


async def test_many_who_come_at_once_are_told_of_at_most_twice_a_second(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    await rosa.live.quiet(0.6)
    before = len(rosa.live.of("presence"))
    for member in (cast.amir, cast.gwen, cast.olga, cast.mo, cast.dee, cast.dai, cast.nia, cast.max):
        await room.enter(member)
    await rosa.live.wait("presence", people=9)
    assert len(rosa.live.of("presence")) - before <= 3


async def test_somebody_who_was_removed_is_counted_out(room: Room, cast: Cast):
    ada, _rosa = await room.enter(cast.ada), await room.enter(cast.rosa)
    await ada.live.wait("presence", people=2)
    ada.live.heard.clear()
    await ada.ok("remove_person", person=cast.rosa.id, reason="Enough")
    await ada.live.wait("presence", people=1)

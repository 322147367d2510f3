"""What was flagged, as the room's staff see it until somebody has decided."""

from datetime import timedelta

from foundation import clock
from foundation.ids import new_id
from moderation.models import Flag
from tests.cast import Cast
from tests.rooms_from_outside import Room


async def test_ada_finds_what_was_flagged_on_her_page_until_it_is_decided(room: Room, cast: Cast):
    rosa, amir, ada = [await room.enter(who) for who in (cast.rosa, cast.amir, cast.ada)]
    said = (await amir.say("Number 14 are thieves"))["id"]
    await rosa.say("Good evening")
    path = f"/surgeries/{room.id}"
    assert 'data-flagged="' not in (await room.house.page(path, cast.ada)).text.split('id="patterns"')[0]
    await rosa.ok("flag_message", id=said, reason="abuse")
    page = (await room.house.page(path, cast.ada)).text.split('id="patterns"')[0]
    assert f'data-flagged="{said}"' in page
    assert 'data-flagged="' not in (await room.house.page(path, cast.rosa)).text
    await ada.ok("hide_message", id=said, reason="Names a house")
    await ada.ok("restore_message", id=said, reason="I was wrong")
    assert 'data-flagged="' not in (await room.house.page(path, cast.ada)).text.split('id="patterns"')[0]


async def test_six_hundred_flags_elsewhere_crowd_none_of_this_room_out(room: Room, cast: Cast):
    rosa, amir = [await room.enter(who) for who in (cast.rosa, cast.amir)]
    said = (await amir.say("Number 14 are thieves"))["id"]
    await rosa.ok("flag_message", id=said, reason="abuse")
    later = clock.now() + timedelta(seconds=1)
    await Flag.bulk_create(
        Flag(id=new_id(), target_type="message", target_id=new_id(), person_id=cast.rosa.id, reason="spam", at=later)
        for _n in range(600)
    )
    page = (await room.house.page(f"/surgeries/{room.id}", cast.ada)).text.split('id="patterns"')[0]
    assert f'data-flagged="{said}"' in page

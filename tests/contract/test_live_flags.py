"""Flags: anybody signed in may raise one, and a lone flag hides nothing."""

import pytest

from tests.cast import Cast
from tests.rooms_from_outside import Room


@pytest.mark.parametrize("reason", ["about_me", "danger", "child", "personal_data", "abuse", "other"])
async def test_amir_flags_a_message_and_it_stays(room: Room, cast: Cast, reason: str):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    said = await rosa.say("Good evening")
    flagged = await amir.ok("flag_message", id=said["id"], reason=reason, note="Please look")
    assert isinstance(flagged["flag"], str)
    assert (await room.log())[-1]["data"]["body"] == "Good evening"
    assert rosa.live.of("flagged") == [], "who is flagged is not told"


async def test_a_flag_needs_a_reason_of_the_list_and_a_message_of_the_room(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    said = await rosa.say("Good evening")
    assert await amir.refused("flag_message", id=said["id"], reason="boring") == "invalid"
    assert await amir.refused("flag_message", id=said["id"]) == "invalid"
    assert await amir.refused("flag_message", id="0" * 16, reason="abuse") == "not_found"

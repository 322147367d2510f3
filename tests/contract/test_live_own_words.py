"""One's own words: changed or taken back within ten minutes, by nobody else."""

from datetime import timedelta

from foundation import clock
from tests.cast import Cast
from tests.rooms_from_outside import Room

JUST_IN_TIME = timedelta(minutes=9, seconds=50)
TOO_LATE = timedelta(minutes=10, seconds=10)


async def test_rosa_changes_her_words_just_in_time(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = await rosa.say("Half past si")
    clock.move(JUST_IN_TIME)
    assert (await rosa.ok("edit_message", id=said["id"], body="Half past six"))["status"] == "published"


async def test_after_ten_minutes_words_stand(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = await rosa.say("Half past si")
    clock.move(TOO_LATE)
    assert await rosa.refused("edit_message", id=said["id"], body="Half past six") == "not_allowed"
    assert await rosa.refused("withdraw_message", id=said["id"]) == "not_allowed"
    assert (await room.log())[-1]["data"]["body"] == "Half past si"


async def test_amir_can_not_change_or_take_back_rosas_words(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    said = await rosa.say("These are mine")
    assert await amir.refused("edit_message", id=said["id"], body="Not any more") == "not_allowed"
    assert await amir.refused("withdraw_message", id=said["id"]) == "not_allowed"
    assert (await room.log())[-1]["data"]["body"] == "These are mine"


async def test_an_edit_is_screened_again(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    said = await rosa.say("Call me")
    number = "Call me on 07700 900123"
    warned = await rosa.ok("edit_message", id=said["id"], body=number)
    assert (warned["status"], bool(warned["reason"])) == ("warned", True)
    held = await rosa.ok("edit_message", id=said["id"], body=number, confirm=True)
    assert held["status"] == "held"
    await amir.live.quiet()
    assert not amir.live.entries("message_edited")
    assert "07700" not in str(await room.log())


async def test_a_reply_names_what_it_replies_to(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    said = await rosa.say("Who has seen the cat?")
    await amir.say("I have", reply_to=said["id"])
    assert (await rosa.hear("message_posted", body="I have"))["data"]["reply_to"] == said["id"]
    assert await amir.refused("send_message", client_id=said["id"], body="x", reply_to="0" * 16) in {
        "invalid",
        "not_found",
    }


async def test_what_rosa_says_shows_as_text_whatever_is_in_it(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    await rosa.say("<img src=x onerror=alert(1)> <b>bold</b> [me](javascript:alert(1))")
    html = (await room.log())[-1]["data"]["html"]
    assert "<img" not in html
    assert "<b>" not in html
    assert 'href="javascript' not in html

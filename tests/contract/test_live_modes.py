"""The five modes: who may speak, how fast, and whose words a moderator reads first."""

from datetime import timedelta

import pytest

from foundation import clock
from tests.cast import Cast
from tests.rooms_from_outside import Room

MODES = ("open", "newcomers", "premoderated", "slow", "locked")


@pytest.mark.parametrize("mode", MODES)
async def test_everybody_hears_of_a_new_mode(room: Room, cast: Cast, mode: str):
    ada, rosa = await room.enter(cast.ada), await room.enter(cast.rosa)
    pace = {"seconds": 20} if mode == "slow" else {}
    changed = await ada.ok("set_mode", mode=mode, **pace)
    heard = await rosa.hear("mode_changed")
    assert (heard["seq"], heard["data"]["mode"]) == (changed["seq"], mode)
    assert heard["data"]["seconds"] == pace.get("seconds")
    assert (await room.house.caller().get(f"/surgeries/{room.id}")).json["mode"] == mode


async def test_a_locked_room_takes_its_staffs_words_only(room: Room, cast: Cast):
    ada, rosa, mo = await room.enter(cast.ada), await room.enter(cast.rosa), await room.enter(cast.mo)
    await mo.ok("set_mode", mode="locked")
    assert (await rosa.live.emit("send_message", _draft(room, "Let me in")))["error"]["code"] == "closed"
    assert (await ada.say("We go on in a minute"))["status"] == "published"
    await ada.ok("set_mode", mode="open")
    assert (await rosa.say("Thank you"))["status"] == "published"


async def test_in_slow_mode_rosa_waits_her_turn(room: Room, cast: Cast):
    ada, rosa = await room.enter(cast.ada), await room.enter(cast.rosa)
    await ada.ok("set_mode", mode="slow", seconds=20)
    await rosa.say("One")
    refused = (await rosa.live.emit("send_message", _draft(room, "Two")))["error"]
    assert refused["code"] == "too_fast"
    assert 0 < refused["retry_after"] <= 20
    clock.move(timedelta(seconds=21))
    assert (await rosa.say("Two"))["status"] == "published"


async def test_slow_mode_is_not_passed_by_editing(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    await ada.ok("set_mode", mode="slow", seconds=20)
    said = await rosa.say("First")
    await rosa.ok("edit_message", id=said["id"], body="First, without the slip")
    assert await rosa.refused("edit_message", id=said["id"], body="Second") == "too_fast"
    clock.move(timedelta(seconds=21))
    await rosa.ok("edit_message", id=said["id"], body="Second")
    third = await rosa.live.emit("send_message", _draft(room, "Third"))
    assert third["error"]["code"] == "too_fast"


async def test_slow_mode_does_not_slow_the_host_or_somebody_else(room: Room, cast: Cast):
    ada, rosa, amir = await room.enter(cast.ada), await room.enter(cast.rosa), await room.enter(cast.amir)
    await ada.ok("set_mode", mode="slow", seconds=60)
    for seat in (ada, rosa, amir, ada):
        assert (await seat.say("Hello"))["status"] == "published"


async def test_in_a_premoderated_room_every_word_waits_but_the_staffs(room: Room, cast: Cast):
    ada, rosa, mo = await room.enter(cast.ada), await room.enter(cast.rosa), await room.enter(cast.mo)
    await ada.ok("set_mode", mode="premoderated")
    held = await rosa.say("Good evening")
    assert (held["status"], bool(held["reason"])) == ("held", True)
    assert (await ada.say("Good evening"))["status"] == "published"
    assert (await mo.say("Good evening"))["status"] == "published"


async def test_newcomers_wait_once(room: Room, cast: Cast):
    rosa, gwen, mo = await room.enter(cast.rosa), await room.enter(cast.gwen), await room.enter(cast.mo)
    await mo.ok("set_mode", mode="premoderated")
    await mo.ok("approve_message", id=(await rosa.say("I am known here"))["id"])
    await mo.ok("set_mode", mode="newcomers")
    assert (await rosa.say("Still am"))["status"] == "published"
    first = await gwen.say("I am new")
    assert first["status"] == "held"
    await mo.ok("approve_message", id=first["id"])
    assert (await gwen.say("Not any more"))["status"] == "published"


async def test_an_edit_in_a_premoderated_room_waits_while_the_old_words_stand(room: Room, cast: Cast):
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    said = await rosa.say("The first words")
    await mo.ok("set_mode", mode="premoderated")
    assert (await rosa.ok("edit_message", id=said["id"], body="Other words"))["status"] == "held"
    posted = next(entry for entry in await room.log() if entry["seq"] == said["seq"])
    assert posted["data"]["body"] == "The first words"
    approved = await mo.ok("approve_message", id=said["id"])
    heard = await rosa.hear("message_edited", id=said["id"])
    assert (heard["seq"], heard["data"]["body"]) == (approved["seq"], "Other words")


@pytest.mark.parametrize(
    "wrong",
    [{"mode": "loud"}, {"mode": 3}, {}, {"mode": "slow", "seconds": 0}, {"mode": "slow", "seconds": -5},
     {"mode": "slow", "seconds": "many"}, {"mode": "slow", "seconds": 10**12}],
)  # fmt: skip
async def test_a_mode_that_does_not_exist_is_refused(room: Room, cast: Cast, wrong: dict):
    ada = await room.enter(cast.ada)
    assert await ada.refused("set_mode", **wrong) == "invalid"
    assert await room.last_seq() == 1


def _draft(room: Room, body: str) -> dict:
    return {"room": room.id, "client_id": "0f0f0f0f-0000-4000-8000-00000000000f", "body": body}

"""Limits: ten messages in ten seconds pass; a flood does not, and says when to try again."""

from uuid import uuid4

from tests.cast import Cast
from tests.rooms_from_outside import Room


async def test_rosa_types_fast_and_a_flood_is_stopped(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    for number in range(10):
        assert (await rosa.say(f"Line {number}"))["status"] == "published"
    refusals = []
    for number in range(40):
        answer = await rosa.send("send_message", client_id=str(uuid4()), body=f"Flood {number}")
        refusals += [] if answer["ok"] else [answer["error"]]
    assert {refusal["code"] for refusal in refusals} == {"too_fast"}
    assert all(refusal["retry_after"] > 0 for refusal in refusals)
    assert (await amir.say("I can still speak"))["status"] == "published"


async def test_a_flood_of_edits_is_stopped_too(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = await rosa.say("Line 0")
    answers = [await rosa.send("edit_message", id=said["id"], body=f"Line {number}") for number in range(1, 40)]
    assert all(answer["ok"] for answer in answers[:9])
    assert answers[-1]["error"]["code"] == "too_fast"

"""Questions, and the host's answers to them."""

from uuid import uuid4

from tests.cast import Cast
from tests.rooms_from_outside import Room


async def test_rosa_sees_the_answer_to_her_question_live(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    question = await rosa.ask("When do you come by?")
    assert (await ada.hear("message_posted", id=question))["data"]["kind"] == "question"
    answered = await ada.ok("answer_question", id=question, client_id=str(uuid4()), body="On *Tuesday*")
    heard = await rosa.hear("question_answered", id=question)
    assert heard["seq"] == answered["seq"]
    assert heard["data"]["answer"] == "On *Tuesday*"
    assert heard["data"]["by"]["id"] == cast.ada.id
    assert heard["data"]["by"]["officer"]["verified"] is True


async def test_only_a_host_answers(room: Room, cast: Cast):
    rosa, mo, huw = await room.enter(cast.rosa), await room.enter(cast.mo), await room.enter(cast.huw)
    question = await rosa.ask("When do you come by?")
    answer = {"id": question, "client_id": str(uuid4()), "body": "Never"}
    assert [await seat.refused("answer_question", **answer) for seat in (rosa, mo, huw)] == ["not_allowed"] * 3
    assert "Never" not in str(await room.log())


async def test_a_message_is_not_answered_as_a_question(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    said = await rosa.say("Good evening")
    assert await ada.refused("answer_question", id=said["id"], client_id=str(uuid4()), body="And to you") == "invalid"
    assert await ada.refused("answer_question", id="0" * 16, client_id=str(uuid4()), body="To whom?") == "not_found"


async def test_two_hosts_do_not_answer_one_question_twice(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    question = await rosa.ask("When do you come by?")
    await ada.ok("answer_question", id=question, client_id=str(uuid4()), body="On Tuesday")
    assert await ada.refused("answer_question", id=question, client_id=str(uuid4()), body="On Friday") == "conflict"

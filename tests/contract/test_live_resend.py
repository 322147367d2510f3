"""Sending twice with one `client_id` is one message, however it happens."""

import asyncio
from uuid import uuid4

from tests.cast import Cast
from tests.rooms_from_outside import Room


async def test_rosa_sends_again_and_gets_the_same_answer(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    client_id = str(uuid4())
    first = await rosa.ok("send_message", client_id=client_id, body="Once")
    again = await rosa.ok("send_message", client_id=client_id, body="Once")
    assert again == first
    assert await room.last_seq() == first["seq"]


async def test_rosa_sends_again_from_a_new_connection_after_the_close(room: Room, cast: Cast):
    client_id = str(uuid4())
    first = await (await room.enter(cast.rosa)).ok("send_message", client_id=client_id, body="Just in time")
    await room.act("close")
    assert await (await room.enter(cast.rosa)).ok("send_message", client_id=client_id, body="Just in time") == first


async def test_rosas_two_phones_send_the_same_at_once(room: Room, cast: Cast):
    phones = [await room.enter(cast.rosa) for _ in range(4)]
    client_id = str(uuid4())
    answers = await asyncio.gather(*(phone.ok("send_message", client_id=client_id, body="Hi") for phone in phones))
    assert all(answer == answers[0] for answer in answers)
    assert await room.last_seq() == 2


async def test_a_held_message_sent_again_is_held_once(room: Room, cast: Cast):
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    draft = {"client_id": str(uuid4()), "body": "Call me on 07700 900123", "confirm": True}
    first = await rosa.ok("send_message", **draft)
    assert first["status"] == "held"
    assert await rosa.ok("send_message", **draft) == first
    await mo.live.wait("held", id=first["id"])
    await mo.live.quiet()
    assert len(mo.live.of("held")) == 1


async def test_a_message_sent_again_was_published_also_while_its_edit_waits(room: Room, cast: Cast):
    rosa, client_id = await room.enter(cast.rosa), str(uuid4())
    first = await rosa.ok("send_message", client_id=client_id, body="Call me")
    edited = await rosa.ok("edit_message", id=first["id"], body="Call me on 07700 900123", confirm=True)
    assert edited["status"] == "held"
    assert await rosa.ok("send_message", client_id=client_id, body="Call me") == first


async def test_amir_may_use_the_client_id_that_rosa_used(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    client_id = str(uuid4())
    first = await rosa.ok("send_message", client_id=client_id, body="Mine")
    assert (await amir.ok("send_message", client_id=client_id, body="Mine too"))["id"] != first["id"]


async def test_an_answer_sent_again_is_one_answer(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    question = await rosa.ask("When do you come by?")
    draft = {"id": question, "client_id": str(uuid4()), "body": "On Tuesday"}
    first = await ada.ok("answer_question", **draft)
    assert (await ada.ok("answer_question", **draft))["seq"] == first["seq"]
    assert await room.last_seq() == first["seq"]

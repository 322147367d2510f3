"""What was said at the front desk, by phone or on paper: entered by staff, and never shown as the officer's words."""

from uuid import uuid4

import pytest

from tests.cast import Cast
from tests.rooms_from_outside import Room

WORDS = "When is the lamp at the bus stop mended?"


async def test_rosa_reads_a_callers_question_as_a_callers(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    sent = await ada.ok("relay_message", client_id=str(uuid4()), body=WORDS, source="phone", kind="question")
    heard = (await rosa.hear("message_posted", id=sent["id"]))["data"]
    assert (heard["relayed"], heard["kind"], heard["author"]["id"]) == ("phone", "question", cast.ada.id)
    page = (await room.house.page(f"/surgeries/{room.id}", cast.rosa)).text
    item = page.split(f'id="m-{sent["id"]}"')[1].split("</li>")[0]
    assert "A caller by phone" in item
    assert "entered by" in item
    assert "bl-badge" not in item, "an officer's badge would say that these are an officer's words"
    question = page.split(f'data-question="{sent["id"]}"')[1].split("room-message__body")[0]
    assert "A caller by phone" in question
    assert "bl-badge" not in question


async def test_the_transcript_says_who_spoke_and_who_entered_it(room: Room, cast: Cast):
    ada = await room.enter(cast.ada)
    await ada.ok("relay_message", client_id=str(uuid4()), body=WORDS, source="desk")
    await ada.say("We will ask the council")
    await room.act("close")
    text = (await room.house.page(f"/surgeries/{room.id}/transcript.txt")).text
    assert "A visitor at the front desk (entered by Ada Okafor [verified officer: PC 4127])" in text
    entries = (await room.house.caller().send("GET", f"/surgeries/{room.id}/transcript.json")).json["entries"]
    assert [entry["relayed"] for entry in entries] == ["desk", None]


async def test_who_replies_to_a_caller_is_not_shown_as_replying_to_the_officer(room: Room, cast: Cast):
    rosa, ada = await room.enter(cast.rosa), await room.enter(cast.ada)
    sent = await ada.ok("relay_message", client_id=str(uuid4()), body=WORDS, source="paper")
    await rosa.say("I wonder too", reply_to=sent["id"])
    page = (await room.house.page(f"/surgeries/{room.id}", cast.rosa)).text
    quote = page.split(f'data-quote="{sent["id"]}"')[1].split("</p>")[0]
    assert "Somebody on paper" in quote
    assert cast.ada.name not in quote


@pytest.mark.parametrize("name", ["rosa", "gwen", "huw", "nia", "max"])
async def test_only_the_rooms_staff_speak_for_others(room: Room, cast: Cast, name: str):
    outsider = await room.enter(getattr(cast, name))
    before = await room.last_seq()
    sent = {"client_id": str(uuid4()), "body": WORDS, "source": "phone"}
    assert await outsider.refused("relay_message", **sent) == "not_allowed"
    said = await outsider.send("send_message", client_id=str(uuid4()), body=WORDS, relayed="phone")
    assert "relayed" not in str(await room.log(before)), "nobody makes their words a caller's"
    assert said["ok"]


async def test_a_retry_is_one_message_and_unknown_places_are_refused(room: Room, cast: Cast):
    ada, client_id = await room.enter(cast.ada), str(uuid4())
    sent = [await ada.ok("relay_message", client_id=client_id, body=WORDS, source="phone") for _ in range(2)]
    assert sent[0] == sent[1]
    assert await ada.refused("relay_message", client_id=str(uuid4()), body=WORDS, source="pub") == "invalid"

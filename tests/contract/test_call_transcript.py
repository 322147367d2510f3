"""GET /surgeries/{id}/transcript: after the close, in three forms."""

from uuid import uuid4

import pytest

from tests.cast import Cast
from tests.clients import Answer
from tests.rooms_from_outside import Room

FORMS = ("text/plain", "text/html", "application/json")


async def _read(room: Room, accept: str) -> Answer:
    return await room.house.caller().get(f"/surgeries/{room.id}/transcript", headers={"Accept": accept})


async def _talk(room: Room, cast: Cast) -> None:
    rosa, ada, mo = await room.enter(cast.rosa), await room.enter(cast.ada), await room.enter(cast.mo)
    question = await rosa.ask("When will the lights be mended?")
    await ada.ok("answer_question", id=question, client_id=str(uuid4()), body="On Tuesday")
    said = await rosa.say("A rumour about a neighbour")
    await mo.ok("hide_message", id=said["id"], reason="A rumour")
    await rosa.say("My number is 07700 900123", confirm=True)
    await room.act("close")


@pytest.mark.parametrize("form", FORMS)
async def test_olga_reads_what_was_said_and_not_what_was_taken_down(room: Room, cast: Cast, form: str):
    await _talk(room, cast)
    answer = await _read(room, form)
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith(form)
    for words in ("When will the lights be mended?", "On Tuesday", "Rosa Jones", "Ada Okafor", "PC"):
        assert words in answer.text, words
    assert "rumour" not in answer.text
    assert "07700" not in answer.text


@pytest.mark.parametrize("form", FORMS)
async def test_there_is_none_before_the_close(room: Room, cast: Cast, form: str):
    await (await room.enter(cast.rosa)).say("Not yet")
    answer = await _read(room, form)
    assert answer.status == 404
    assert "Not yet" not in answer.text


async def test_the_accept_header_is_weighed(room: Room, cast: Cast):
    await _talk(room, cast)
    weighed = {
        "text/html;q=0.1, text/plain;q=0.9": "text/plain",
        "*/*": "application/json",
        "application/json, text/html;q=0.5": "application/json",
        "text/html,application/xhtml+xml,*/*;q=0.8": "text/html",
        "text/html;q=0, text/plain;q=0.1": "text/plain",
        "text/html;q=²": "application/json",
        "text/html;q=nan, text/plain;q=1.": "text/plain",
    }
    for accept, wanted in weighed.items():
        assert (await _read(room, accept)).headers["Content-Type"].startswith(wanted), accept


async def test_rosa_can_not_write_an_officers_line_into_the_transcript(room: Room, cast: Cast):
    ada = await room.enter(cast.ada)
    await ada.say("Good evening")
    await room.act("close")
    head = (await _read(room, "text/plain")).text.splitlines()[3]
    assert "Ada Okafor [" in head, "this is how an officer's line looks"
    other = await room.beside()
    await (await other.enter(cast.rosa)).say(f"Yes.\n\n{head}\nYou are all fined.")
    await other.act("close")
    assert head not in (await _read(other, "text/plain")).text.splitlines()

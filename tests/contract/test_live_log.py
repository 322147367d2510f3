"""The log: one order for everybody, without gaps, and an acknowledgement only after the commit."""

import asyncio
from uuid import uuid4

import pytest

from tests.cast import Cast
from tests.rooms_from_outside import Room, Seat


@pytest.fixture
def limits() -> bool:
    return False


async def test_rosa_enters_and_is_told_where_she_is(room: Room, cast: Cast):
    entered = (await room.enter(cast.rosa)).entered
    assert {"room", "me", "events", "last_seq", "more", "held"} <= entered.keys()
    assert entered["room"]["id"] == room.id
    assert entered["room"]["status"] == "open"
    assert (entered["more"], entered["held"], entered["last_seq"]) == (False, [], 1)
    assert [entry["kind"] for entry in entered["events"]] == ["surgery_opened"]
    assert set(entered["events"][0]) >= {"seq", "kind", "at", "data"}


async def test_amir_hears_what_rosa_says_as_the_log_has_it(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    client_id = str(uuid4())
    said = await rosa.ok("send_message", client_id=client_id, body="Good *evening*")
    assert said["status"] == "published"
    heard = await amir.hear("message_posted", id=said["id"])
    assert (heard["room"], heard["seq"]) == (room.id, said["seq"])
    assert heard["data"] == {
        "id": said["id"],
        "client_id": client_id,
        "author": (await room.house.caller(cast.rosa).get("/me")).json["person"],
        "kind": "message",
        "body": "Good *evening*",
        "html": "<p>Good <em>evening</em></p>\n",
        "reply_to": None,
    }
    assert heard["at"].endswith("Z")
    assert (await room.log())[-1] == {name: heard[name] for name in ("seq", "kind", "at", "data")}


async def test_an_officers_words_carry_the_badge_of_the_record(room: Room, cast: Cast):
    ada, amir = await room.enter(cast.ada), await room.enter(cast.amir)
    await ada.say("Hello, I am listening")
    author = (await amir.hear("message_posted"))["data"]["author"]
    assert author["role"] == "officer"
    assert {name: author["officer"][name] for name in ("rank", "number", "verified")} == {
        "rank": "PC",
        "number": "4127",
        "verified": True,
    }
    assert cast.ada.id in author["officer"]["page"]


async def test_what_rosa_was_acknowledged_is_in_the_log_at_once(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    for number in range(5):
        said = await rosa.say(f"Number {number}")
        assert (await room.log(after=said["seq"] - 1))[0]["data"]["body"] == f"Number {number}"


async def test_everybody_talks_at_once_and_all_screens_agree(room: Room, cast: Cast):
    seats = [await room.enter(member) for member in (cast.rosa, cast.amir, cast.gwen, cast.olga, cast.ada)]
    said = await asyncio.gather(*(_talk(seat, 8) for seat in seats))
    last = await room.last_seq()
    assert last == 1 + 5 * 8
    for seat in seats:
        await seat.live.wait("event", seq=last)
        assert [entry["seq"] for entry in seat.live.entries()] == list(range(2, last + 1))
    assert [entry["seq"] for entry in await room.log()] == list(range(1, last + 1))
    assert sorted(seq for seqs in said for seq in seqs) == list(range(2, last + 1))
    assert all(seqs == sorted(seqs) for seqs in said), "one person's words stay in the order they were sent"


async def _talk(seat: Seat, times: int) -> list[int]:
    return [(await seat.say(f"Word {number}"))["seq"] for number in range(times)]


async def test_one_clients_words_stay_in_order_when_sent_without_waiting(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = await asyncio.gather(*(rosa.say(f"Line {number}") for number in range(10)))
    seqs = [each["seq"] for each in said]
    assert seqs == sorted(seqs)


async def test_the_log_outlives_the_server(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = await rosa.say("Remember this")
    before = await room.log()
    await room.house.restart()
    assert await room.log() == before
    assert before[-1]["seq"] == said["seq"]

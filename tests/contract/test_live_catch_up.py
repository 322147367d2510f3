"""Whoever was away asks for what follows the last entry they know, and ends with the same log as everybody."""

import pytest

from tests.cast import Cast
from tests.rooms_from_outside import Room


@pytest.fixture
def limits() -> bool:
    return False


async def test_amir_comes_back_and_gets_only_what_he_missed(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    seqs = [(await rosa.say(f"Word {number}"))["seq"] for number in range(4)]
    amir = await room.enter(cast.amir, after=seqs[1])
    assert [entry["seq"] for entry in amir.entered["events"]] == seqs[2:]
    assert (amir.entered["more"], amir.entered["last_seq"]) == (False, seqs[-1])


async def test_amir_comes_back_after_200_entries_and_fetches_page_by_page(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    for number in range(210):
        await rosa.say(f"Word {number}")
    amir = await room.enter(cast.amir)
    got = [entry["seq"] for entry in amir.entered["events"]]
    assert (len(got), amir.entered["more"], amir.entered["last_seq"]) == (200, True, 211)
    rest = await amir.ok("catch_up", after=got[-1])
    assert (rest["more"], rest["last_seq"]) == (False, 211)
    assert got + [entry["seq"] for entry in rest["events"]] == list(range(1, 212))


async def test_amir_catches_up_in_small_steps(room: Room, cast: Cast):
    amir = await room.enter(cast.amir)
    for number in range(4):
        await amir.say(f"Word {number}")
    first = await amir.ok("catch_up", after=0, limit=3)
    assert ([entry["seq"] for entry in first["events"]], first["more"]) == ([1, 2, 3], True)
    second = await amir.ok("catch_up", after=3, limit=3)
    assert ([entry["seq"] for entry in second["events"]], second["more"]) == ([4, 5], False)


async def test_an_unreasonable_limit_gives_no_more_than_a_page(room: Room, cast: Cast):
    amir = await room.enter(cast.amir)
    for number in range(205):
        await amir.say(f"Word {number}")
    for limit in (1_000_000, 501):
        answer = await amir.send("catch_up", after=0, limit=limit)
        assert not answer["ok"] or len(answer["events"]) <= 500


async def test_amir_knows_more_than_a_restored_server(room: Room, cast: Cast):
    amir = await room.enter(cast.amir, after=5000)
    assert amir.entered["reset"] is True
    assert [entry["seq"] for entry in amir.entered["events"]] == [1]
    again = await amir.ok("catch_up", after=777)
    assert again["reset"] is True
    assert [entry["seq"] for entry in again["events"]] == [1]


async def test_nothing_is_reset_for_who_is_up_to_date(room: Room, cast: Cast):
    amir = await room.enter(cast.amir, after=1)
    assert not amir.entered.get("reset")
    assert amir.entered["events"] == []
    caught_up = await amir.ok("catch_up", after=1)
    assert not caught_up.get("reset")


async def test_no_word_is_lost_between_entering_and_hearing(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    seen = []
    for number in range(10):
        said = await rosa.say(f"Word {number}")
        amir = await room.enter(cast.amir)
        last = (await rosa.say("And one more"))["seq"]
        await amir.live.wait("event", seq=last)
        seqs = [entry["seq"] for entry in amir.entered["events"]] + [entry["seq"] for entry in amir.live.entries()]
        assert seqs == list(range(1, last + 1))
        seen.append(said["seq"])
        await amir.live.close()
    assert len(set(seen)) == 10


async def test_amir_leaves_and_hears_no_more(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    await rosa.say("Can you hear me?")
    await amir.hear("message_posted")
    await amir.ok("leave")
    await rosa.say("And now?")
    await amir.live.quiet()
    assert len(amir.live.entries("message_posted")) == 1


async def test_the_log_by_the_call_is_the_log_by_the_socket(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    await rosa.say("One")
    question = await rosa.ask("Two?")
    await rosa.ok("edit_message", id=question, body="Two, please?")
    answer = await room.house.caller().get(f"/surgeries/{room.id}/events?after=1&limit=2")
    assert set(answer.json) >= {"events", "last_seq"}
    assert [entry["seq"] for entry in answer.json["events"]] == [2, 3]
    assert answer.json["last_seq"] == 4
    assert await room.log() == await rosa.events()

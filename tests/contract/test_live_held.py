"""Words that wait for a moderator: warned of first, then seen by their author and the room's staff only."""

from uuid import uuid4

from tests.cast import Cast
from tests.rooms_from_outside import Room, Seat

PRIVATE = "Call me on 07700 900123"
RUDE = "You are all wankers"


async def _hold(seat: Seat, body: str = PRIVATE) -> str:
    held = await seat.say(body, confirm=True)
    assert held["status"] == "held"
    return str(held["id"])


async def test_rosa_is_warned_before_she_gives_away_her_number(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    warned = await rosa.say(PRIVATE)
    assert warned["status"] == "warned"
    assert "07700 900123" in warned["reason"]
    assert "id" not in warned
    assert await room.last_seq() == 1
    assert (await room.enter(cast.rosa)).entered["held"] == []


async def test_rosa_mends_what_she_was_warned_of_under_the_same_client_id(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    client_id = str(uuid4())
    assert (await rosa.ok("send_message", client_id=client_id, body=PRIVATE))["status"] == "warned"
    assert (await rosa.ok("send_message", client_id=client_id, body="Call me"))["status"] == "published"


async def test_held_words_reach_their_author_and_the_staff_and_nobody_else(room: Room, cast: Cast):
    members = (cast.rosa, cast.amir, cast.gwen, cast.mo, cast.ada, cast.olga, cast.nia, cast.max)
    rosa, amir, gwen, mo, ada, olga, nia, max_ = [await room.enter(member) for member in members]
    held = await _hold(rosa)
    for seat in (rosa, mo, ada):
        heard = await seat.live.wait("held", id=held)
        assert (heard["room"], heard["body"], heard["author"]["id"]) == (room.id, PRIVATE, cast.rosa.id)
        assert heard["reason"]
    for seat in (amir, gwen, olga, nia, max_):
        await seat.live.quiet(0.05)
        assert seat.live.of("held") == []
        assert "07700" not in str(seat.live.heard)
    assert await room.last_seq() == 1, "held words are not in the log"


async def test_whoever_enters_sees_their_own_held_words_and_the_staff_all(room: Room, cast: Cast):
    first = await _hold(await room.enter(cast.rosa))
    second = await _hold(await room.enter(cast.amir), "Mail me at amir@example.org")
    seen = {
        member.name: [held["id"] for held in (await room.enter(member)).entered["held"]]
        for member in (cast.rosa, cast.amir, cast.mo, cast.ada, cast.dee, cast.gwen, cast.nia, cast.max)
    }
    assert seen == {
        "Rosa Jones": [first],
        "Amir Khan": [second],
        "Mo Evans": [first, second],
        "Ada Okafor": [first, second],
        "Dee Rees": [first, second],
        "Gwen": [],
        "Nia Price": [],
        "Max Webb": [],
    }


async def test_an_approved_message_enters_the_log_then(room: Room, cast: Cast):
    rosa, amir, mo = await room.enter(cast.rosa), await room.enter(cast.amir), await room.enter(cast.mo)
    held = await _hold(rosa)
    later = await amir.say("Meanwhile")
    approved = await mo.ok("approve_message", id=held)
    assert approved["seq"] == later["seq"] + 1
    posted = await amir.hear("message_posted", id=held)
    assert (posted["seq"], posted["data"]["body"]) == (approved["seq"], PRIVATE)
    told = await rosa.live.wait("held_decided", id=held)
    assert (told["room"], told["status"], told["seq"]) == (room.id, "published", approved["seq"])
    assert await mo.live.wait("held_decided", id=held)
    assert amir.live.of("held_decided") == []


async def test_a_rejected_message_is_never_seen_and_its_author_is_told_why(room: Room, cast: Cast):
    rosa, amir, mo = await room.enter(cast.rosa), await room.enter(cast.amir), await room.enter(cast.mo)
    held = await _hold(rosa)
    rejected = await mo.ok("reject_message", id=held, reason="Keep your number to yourself")
    assert rejected.get("seq") is None
    told = await rosa.live.wait("held_decided", id=held)
    assert (told["status"], told["reason"]) == ("rejected", "Keep your number to yourself")
    assert await room.last_seq() == 1
    assert amir.live.of("held_decided") == []
    assert (await room.enter(cast.rosa)).entered["held"] == []


async def test_of_two_decisions_the_first_counts(room: Room, cast: Cast):
    rosa, mo, ada = await room.enter(cast.rosa), await room.enter(cast.mo), await room.enter(cast.ada)
    held = await _hold(rosa)
    await mo.ok("approve_message", id=held)
    assert await ada.refused("reject_message", id=held, reason="No") == "conflict"
    assert await ada.refused("approve_message", id=held) == "conflict"


async def test_rosa_mends_her_held_words_and_they_are_posted(room: Room, cast: Cast):
    rosa, amir, mo = await room.enter(cast.rosa), await room.enter(cast.amir), await room.enter(cast.mo)
    held = await _hold(rosa)
    mended = await rosa.ok("edit_message", id=held, body="Call me")
    assert mended["status"] == "published"
    assert (await amir.hear("message_posted", id=held))["data"]["body"] == "Call me"
    assert await mo.refused("approve_message", id=held) == "conflict"


async def test_rosa_takes_her_held_words_back(room: Room, cast: Cast):
    rosa, mo = await room.enter(cast.rosa), await room.enter(cast.mo)
    held = await _hold(rosa)
    await rosa.ok("withdraw_message", id=held)
    assert await mo.refused("approve_message", id=held) == "conflict"
    assert (await room.enter(cast.mo)).entered["held"] == []
    assert await room.last_seq() == 1


async def test_abuse_is_held_at_once(room: Room, cast: Cast):
    rosa, amir = await room.enter(cast.rosa), await room.enter(cast.amir)
    assert (await rosa.say(RUDE))["status"] == "held"
    await amir.live.quiet()
    assert amir.live.entries("message_posted") == []


async def test_an_officer_is_warned_and_never_held(room: Room, cast: Cast):
    ada = await room.enter(cast.ada)
    assert (await ada.say("The station is on 029 2022 2111"))["status"] == "warned"
    assert (await ada.say("The station is on 029 2022 2111", confirm=True))["status"] == "published"


async def test_words_of_an_emergency_say_call_999_and_are_not_held(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    said = await rosa.say("Help, he has a knife and is breaking in right now")
    assert (said["status"], said["notice"]) == ("published", "emergency")
    assert "notice" not in await rosa.say("Good evening")


async def test_nobody_but_the_rooms_staff_decides(room: Room, cast: Cast):
    held = await _hold(await room.enter(cast.rosa))
    for member in (cast.rosa, cast.amir, cast.gwen, cast.olga, cast.nia, cast.huw, cast.max):
        seat = await room.enter(member)
        assert await seat.refused("approve_message", id=held) == "not_allowed", member.name
        assert await seat.refused("reject_message", id=held, reason="No") == "not_allowed", member.name
    assert await room.last_seq() == 1


async def test_held_words_are_decided_on_after_the_close_too(room: Room, cast: Cast):
    held = await _hold(await room.enter(cast.rosa))
    await room.act("close")
    mo = await room.enter(cast.mo)
    approved = await mo.ok("approve_message", id=held)
    assert (await room.log())[-1]["seq"] == approved["seq"]

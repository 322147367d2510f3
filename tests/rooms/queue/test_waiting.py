"""A ticket, a place, and the call, as the people in the queue and the officer see it."""

from datetime import timedelta
from typing import Any

import pytest

from foundation import clock
from notices.models import Notice
from rooms.queue.service import door_of
from tests.cast import Cast, Member
from tests.house import House
from tests.rooms.queue.conftest import ADULT, Wait
from tests.rooms_from_outside import Room, Seat


async def desk(house: House, room: Room, member: Member) -> str:
    return (await house.page(f"/surgeries/{room.id}/queue/panel", member)).text


async def ticket(seat: Seat) -> Any:
    """Their ticket as the screen gets it; None without."""
    return (await seat.ok("enter", after=0))["ticket"]


async def test_rosa_sees_her_place_and_is_called_before_amir(room: Room, cast: Cast, wait: Wait):
    rosa, amir, ada = await wait(cast.rosa), await wait(cast.amir), await room.enter(cast.ada)
    assert (await ticket(rosa))["place"] == 1
    assert (await ticket(amir))["place"] == 2
    await ada.live.wait("queue", waiting=2)
    await ada.ok("call_next")
    assert (await rosa.live.wait("ticket", state="called"))["until"]
    assert await amir.live.wait("ticket", place=1)
    booth = (await rosa.ok("answer_call"))["booth"]
    assert await ada.live.wait("booth_opened", booth=booth)


async def test_a_wait_is_said_to_be_unknown_until_some_were_talked_with(room: Room, cast: Cast, wait: Wait):
    rosa = await wait(cast.rosa)
    assert (await ticket(rosa))["wait"] is None
    page = (await room.house.page(f"/surgeries/{room.id}/queue", cast.rosa)).text
    assert "not known yet" in page


async def test_a_wait_is_a_range_from_the_talks_of_tonight(room: Room, cast: Cast, wait: Wait):
    ada, amir = await room.enter(cast.ada), await wait(cast.amir)
    for _talk in range(3):
        await ada.ok("call_next")
        booth = (await amir.ok("answer_call"))["booth"]
        clock.move(timedelta(minutes=9))
        await amir.live.ok("enter", room=booth, after=0)
        await amir.live.ok("close_booth", room=booth)
        await amir.ok("take_ticket", age=ADULT)
    rosa = await wait(cast.rosa)
    assert (await ticket(amir))["place"] == 1
    assert (await ticket(rosa))["wait"] == {"low": 5, "high": 10}


async def test_rosa_holds_one_ticket_however_many_tabs_ask(room: Room, cast: Cast, wait: Wait):
    first, second = await wait(cast.rosa), await wait(cast.rosa)
    assert (await ticket(first))["place"] == (await ticket(second))["place"] == 1
    await first.ok("leave_queue")
    assert await ticket(second) is None


async def test_tickets_by_the_hundred_are_refused(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    for _time in range(6):
        await rosa.ok("take_ticket", age=ADULT)
        await rosa.ok("leave_queue")
    assert await rosa.refused("take_ticket", age=ADULT) == "too_fast"


@pytest.mark.parametrize("name", ["ada", "huw", "mo", "dee"])
async def test_staff_take_no_ticket(room: Room, cast: Cast, name: str):
    seat = await room.enter(getattr(cast, name))
    assert await seat.refused("take_ticket", age=ADULT) == "not_allowed"


async def test_nobody_waits_in_a_room_that_is_not_open(scheduled: Room, cast: Cast):
    rosa = await scheduled.enter(cast.rosa)
    assert await rosa.refused("take_ticket", age=ADULT) == "closed"


async def test_gwen_is_asked_how_old_she_is(room: Room, cast: Cast):
    gwen = await room.enter(cast.gwen)
    assert await gwen.refused("take_ticket") == "invalid"
    await gwen.ok("take_ticket", age="under_16")
    assert "Under 16" in await desk(room.house, room, cast.ada)


async def test_rosa_keeps_her_place_for_two_minutes_without_a_connection(room: Room, cast: Cast, wait: Wait):
    rosa, amir = await wait(cast.rosa), await wait(cast.amir)
    await rosa.live.close()
    await amir.live.quiet()
    clock.move(timedelta(seconds=110))
    await room.house.run_jobs()
    rosa = await room.enter(cast.rosa)
    assert rosa.entered["ticket"]["place"] == 1
    clock.move(timedelta(minutes=3))
    await room.house.run_jobs()
    assert (await ticket(rosa))["place"] == 1, "she is connected again"


async def test_rosas_place_is_gone_after_two_minutes_and_amir_moves_up(room: Room, cast: Cast, wait: Wait):
    rosa, amir = await wait(cast.rosa), await wait(cast.amir)
    await rosa.live.close()
    await amir.live.quiet()
    clock.move(timedelta(seconds=121))
    await room.house.run_jobs()
    assert await amir.live.wait("ticket", place=1)
    assert (await room.enter(cast.rosa)).entered["ticket"] is None


async def test_one_of_two_tabs_closed_keeps_the_place(room: Room, cast: Cast, wait: Wait):
    first, second = await wait(cast.rosa), await wait(cast.rosa)
    await first.live.close()
    await second.live.quiet()
    clock.move(timedelta(minutes=5))
    await room.house.run_jobs()
    assert (await ticket(second))["place"] == 1


async def test_who_was_seen_by_a_process_that_died_loses_the_place_in_the_end(room: Room, cast: Cast, wait: Wait):
    await wait(cast.rosa)
    await room.house.restart()
    clock.move(timedelta(seconds=100))
    await room.house.run_jobs()
    assert "Rosa Jones" in await desk(room.house, room, cast.ada)
    clock.move(timedelta(seconds=100))
    await room.house.run_jobs()
    assert "Rosa Jones" not in await desk(room.house, room, cast.ada)


async def test_who_wants_to_be_called_back_may_leave_the_page(room: Room, cast: Cast, wait: Wait):
    rosa, ada = await wait(cast.rosa, call_back=True), await room.enter(cast.ada)
    await rosa.live.close()
    clock.move(timedelta(minutes=30))
    await room.house.run_jobs()
    await ada.ok("call_next")
    [notice] = await Notice.filter(person_id=cast.rosa.id).values("sentence", "kind")
    assert (notice["kind"], notice["sentence"]) == ("your_turn", "It is your turn.")


async def test_a_quiet_call_says_nothing_of_a_turn(room: Room, cast: Cast, wait: Wait):
    await wait(cast.rosa, call_back=True, quiet=True)
    await (await room.enter(cast.ada)).ok("call_next")
    [notice] = await Notice.filter(person_id=cast.rosa.id).values("sentence", "path")
    assert "turn" not in notice["sentence"]
    assert "booth" not in str(notice).lower()


@pytest.mark.parametrize("end", ["put_back", "leave", "miss", "come"])
async def test_the_notice_goes_when_it_is_not_her_turn_any_more(room: Room, cast: Cast, wait: Wait, end: str):
    rosa, ada = await wait(cast.rosa, call_back=True), await room.enter(cast.ada)
    called = await ada.ok("call_next")
    assert await Notice.filter(person_id=cast.rosa.id).count() == 1
    if end == "put_back":
        await ada.ok("put_back", id=called["id"])
    if end == "leave":
        await rosa.ok("leave_queue")
    if end == "come":
        await rosa.ok("answer_call")
    if end == "miss":
        clock.move(timedelta(minutes=3))
        await room.house.run_jobs()
    assert await Notice.filter(person_id=cast.rosa.id).count() == 0
    await rosa.live.wait("noticed", unread=0)


async def test_nobody_is_noticed_who_waits_on_the_page(room: Room, cast: Cast, wait: Wait):
    await wait(cast.rosa)
    await (await room.enter(cast.ada)).ok("call_next")
    assert await Notice.all().count() == 0, "a notice stays where others may read it"


async def test_who_does_not_come_within_two_minutes_has_missed_it_and_the_next_is_offered(
    room: Room, cast: Cast, wait: Wait
):
    rosa, _amir, ada = await wait(cast.rosa), await wait(cast.amir), await room.enter(cast.ada)
    await ada.ok("call_next")
    clock.move(timedelta(seconds=121))
    assert await rosa.refused("answer_call") == "conflict", "also before the job has seen it"
    await room.house.run_jobs()
    assert await rosa.live.wait("ticket", state="missed")
    assert "Amir Khan" in await desk(room.house, room, cast.ada)
    await ada.ok("call_next")
    await rosa.ok("take_ticket", age=ADULT)
    assert (await ticket(rosa))["place"] == 1


async def test_an_officer_calls_a_particular_one_and_one_at_a_time(room: Room, cast: Cast, wait: Wait):
    await wait(cast.rosa)
    amir, ada = await wait(cast.amir), await room.enter(cast.ada)
    panel = await desk(room.house, room, cast.ada)
    theirs = panel.split("Amir Khan")[1].split('name="id" value="')[1].split('"')[0]
    await ada.ok("call_next", id=theirs)
    assert (await ticket(amir))["state"] == "called"
    assert await ada.refused("call_next") == "conflict"
    await ada.ok("put_back", id=theirs)
    assert (await ticket(amir))["place"] == 2


async def test_nobody_waits_on_in_a_surgery_that_has_closed(room: Room, cast: Cast, wait: Wait):
    rosa = await wait(cast.rosa)
    await room.act("close")
    await room.house.run_jobs()
    assert await rosa.live.wait("ticket", state="left")


async def test_an_emergency_in_what_it_is_about_is_answered_with_999(room: Room, cast: Cast):
    rosa = await room.enter(cast.rosa)
    taken = await rosa.ok("take_ticket", age=ADULT, about="He has a knife and is breaking the door down now")
    assert taken["notice"] == "emergency"


async def test_the_door_says_closed_open_or_with_someone(scheduled: Room, cast: Cast, house: House):
    assert (await door_of(house.app, scheduled.id))["state"] == "closed"
    assert (await door_of(house.app, scheduled.id))["opens_at"]
    await scheduled.act("open")
    assert (await door_of(house.app, scheduled.id))["state"] == "open"
    rosa, ada = await scheduled.enter(cast.rosa), await scheduled.enter(cast.ada)
    await rosa.ok("take_ticket", age=ADULT)
    await ada.ok("call_next")
    await rosa.ok("answer_call")
    assert await door_of(house.app, scheduled.id) == {"state": "with_someone", "opens_at": None, "back_at": None}


async def test_the_sign_changes_for_everybody_as_a_talk_begins_and_as_it_ends(room: Room, cast: Cast):
    amir, rosa, ada = [await room.enter(member) for member in (cast.amir, cast.rosa, cast.ada)]
    await rosa.ok("take_ticket", age=ADULT)
    await ada.ok("call_next")
    booth = (await rosa.ok("answer_call"))["booth"]
    await amir.live.wait("door_changed", room=room.id, state="with_someone")
    heard = len(amir.live.of("door_changed"))
    await (await Room(room.house, {"id": booth}, cast.ada).enter(cast.ada)).ok("close_booth")
    await amir.live.until(lambda: [sign["state"] for sign in amir.live.of("door_changed")[heard:]][-1:] == ["open"])

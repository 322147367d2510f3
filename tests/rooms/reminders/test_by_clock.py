"""Reminded the day before and half an hour before: once, in the local time, whatever happened to the date."""

import asyncio
from datetime import timedelta

import pytest

from accounts.models import Session
from foundation import clock
from foundation.ids import new_id
from rooms.reminders.by_clock import send_reminders
from rooms.reminders.models import Reminder
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast, Member
from tests.house import House
from tests.notices.conftest import Subscribe
from tests.rooms.reminders.dates import london, move_date, move_to, reminders, set_series, surgery_at
from tests.rooms_from_outside import Room
from tests.running.push_service import PushService
from tests.running.smtp import Postbox


async def _ask(browser: NewBrowser, member: Member, room: Room, **fields: str) -> None:
    asking = browser(member)
    await asking.get(f"/surgeries/{room.id}/reminder")
    answer = await asking.post(f"/surgeries/{room.id}/reminder", **({"what": "date"} | fields))
    assert answer.status == 303, answer.text


async def _processes(house: House) -> None:
    await asyncio.gather(*(send_reminders(house.app) for _process in range(3)))


async def _sign_in_for_long(*members: Member) -> None:
    for member in members:
        await Session.filter(id=member.session).update(
            last_seen_at=clock.now(), expires_at=clock.now() + timedelta(days=60)
        )


DAY, SOON = "“Bikes and street lights” is on {} at 6pm.", "“Bikes and street lights” begins at 6pm."


@pytest.mark.parametrize(
    ("asked", "day_before", "start", "said"),
    [
        ("2027-01-20 12:00", "2027-01-27 18:00", "2027-01-28 18:00", "Thursday 28 January 2027"),
        ("2027-03-20 12:00", "2027-03-27 18:00", "2027-03-28 18:00", "Sunday 28 March 2027"),
        ("2027-10-20 12:00", "2027-10-30 18:00", "2027-10-31 18:00", "Sunday 31 October 2027"),
    ],
)
async def test_rosa_is_reminded_at_the_same_local_time_over_both_clock_changes(
    house: House, cast: Cast, browser: NewBrowser, postbox: Postbox, pushes: PushService, subscribed: Subscribe,
    asked: str, day_before: str, start: str, said: str,
):  # fmt: skip
    move_to(london(asked))
    await _sign_in_for_long(cast.rosa, cast.ada)
    await subscribed(cast.rosa)
    room = await surgery_at(house, cast.ada, london(start))
    await _ask(browser, cast.rosa, room)
    move_to(london(day_before) - timedelta(minutes=1))
    assert await reminders(house, cast.rosa) == []
    move_to(london(day_before) + timedelta(seconds=5))
    await _processes(house)
    assert await reminders(house, cast.rosa) == [DAY.format(said)]
    move_to(london(start) - timedelta(minutes=31))
    assert len(await reminders(house, cast.rosa)) == 1
    move_to(london(start) - timedelta(minutes=29))
    await _processes(house)
    assert await reminders(house, cast.rosa) == [DAY.format(said), SOON]
    assert [mail["Subject"] for mail in postbox.mails] == ["A reminder of a surgery or meeting"] * 2
    assert len(pushes.received) == 2
    assert [received.headers["Urgency"] for received in pushes.received] == ["normal", "high"]


async def test_who_asks_when_it_is_today_is_not_told_that_it_is_tomorrow(house: House, cast: Cast, browser: NewBrowser):
    move_to(london("2027-01-20 12:00"))
    await _sign_in_for_long(cast.rosa, cast.ada)
    room = await surgery_at(house, cast.ada, london("2027-01-20 18:00"))
    await _ask(browser, cast.rosa, room)
    assert await reminders(house, cast.rosa) == []
    move_to(london("2027-01-20 17:31"))
    assert await reminders(house, cast.rosa) == [SOON]


async def test_a_date_that_is_moved_is_reminded_of_at_its_new_time(house: House, cast: Cast, browser: NewBrowser):
    move_to(london("2027-01-18 12:00"))
    await _sign_in_for_long(cast.rosa, cast.ada)
    room = await surgery_at(house, cast.ada, london("2027-01-20 18:00"))
    await _ask(browser, cast.rosa, room)
    move_to(london("2027-01-19 18:01"))
    assert len(await reminders(house, cast.rosa)) == 1
    await move_date(room, london("2027-01-25 18:00"))
    move_to(london("2027-01-20 17:45"))
    assert len(await reminders(house, cast.rosa)) == 1, "nothing begins this evening"
    move_to(london("2027-01-24 18:01"))
    assert (await reminders(house, cast.rosa))[1:] == [DAY.format("Monday 25 January 2027")]
    move_to(london("2027-01-25 17:31"))
    assert (await reminders(house, cast.rosa))[2:] == [SOON]


async def test_a_date_that_is_moved_earlier_is_not_reminded_of_twice(house: House, cast: Cast, browser: NewBrowser):
    move_to(london("2027-01-18 12:00"))
    await _sign_in_for_long(cast.rosa, cast.ada)
    room = await surgery_at(house, cast.ada, london("2027-01-20 18:00"))
    await _ask(browser, cast.rosa, room)
    move_to(london("2027-01-19 18:01"))
    assert len(await reminders(house, cast.rosa)) == 1
    await move_date(room, london("2027-01-20 17:00"))
    move_to(london("2027-01-19 19:00"))
    assert len(await reminders(house, cast.rosa)) == 1


async def test_nobody_is_reminded_of_a_date_that_was_cancelled(house: House, cast: Cast, browser: NewBrowser):
    move_to(london("2027-01-18 12:00"))
    await _sign_in_for_long(cast.rosa, cast.ada)
    room = await surgery_at(house, cast.ada, london("2027-01-20 18:00"))
    await _ask(browser, cast.rosa, room)
    await room.act("cancel")
    for moment in ("2027-01-19 18:01", "2027-01-20 17:31"):
        move_to(london(moment))
        assert await reminders(house, cast.rosa) == []


async def test_a_reminder_that_was_due_while_no_server_ran_is_given_as_long_as_it_helps(
    house: House, cast: Cast, browser: NewBrowser
):
    move_to(london("2027-01-18 12:00"))
    await _sign_in_for_long(cast.rosa, cast.ada)
    first, second, third = [
        await surgery_at(house, cast.ada, london(f"2027-01-20 {hour}:00"), title=f"At {hour}") for hour in (12, 18, 13)
    ]
    for room in (first, second, third):
        await _ask(browser, cast.rosa, room)
    move_to(london("2027-01-20 11:45"))
    assert await reminders(house, cast.rosa) == [
        "“At 12” begins at 12pm.",
        "“At 18” is on Wednesday 20 January 2027 at 6pm.",
    ]


async def test_rosa_is_reminded_of_every_date_of_a_series_but_the_one_she_left_out(
    house: House, cast: Cast, browser: NewBrowser
):
    move_to(london("2027-01-10 12:00"))
    await _sign_in_for_long(cast.rosa, cast.amir, cast.ada)
    series = new_id()
    rooms = [await surgery_at(house, cast.ada, london(f"2027-01-{day} 18:00"), title=str(day)) for day in (12, 14, 16)]
    for room in rooms:
        await set_series(room, series)
    await _ask(browser, cast.rosa, rooms[0], what="series")
    await _ask(browser, cast.rosa, rooms[1], end="yes")
    await _ask(browser, cast.amir, rooms[1])
    for day in (11, 13, 15):
        move_to(london(f"2027-01-{day} 18:01"))
        await _processes(house)
    assert [said[:4] for said in await reminders(house, cast.rosa)] == ["“12”", "“16”"]
    assert [said[:4] for said in await reminders(house, cast.amir)] == ["“14”"]
    await _ask(browser, cast.rosa, rooms[2], what="series", end="yes")
    move_to(london("2027-01-16 17:31"))
    assert len(await reminders(house, cast.rosa)) == 2


async def test_gwen_who_is_a_guest_is_reminded_on_her_device(
    house: House, cast: Cast, browser: NewBrowser, pushes: PushService, subscribed: Subscribe, postbox: Postbox
):
    move_to(london("2027-01-18 12:00"))
    await _sign_in_for_long(cast.gwen, cast.ada)
    gwen = await subscribed(cast.gwen)
    room = await surgery_at(house, cast.ada, london("2027-01-20 18:00"))
    await _ask(browser, cast.gwen, room)
    move_to(london("2027-01-19 18:01"))
    assert await reminders(house, cast.gwen) == [DAY.format("Wednesday 20 January 2027")]
    await house.run_jobs()
    [received] = pushes.to(gwen)
    assert gwen.read(received)["path"] == f"/surgeries/{room.id}"
    assert postbox.mails == []


async def test_reminders_of_what_is_long_over_are_forgotten(house: House, cast: Cast, browser: NewBrowser):
    move_to(london("2027-01-18 12:00"))
    await _sign_in_for_long(cast.rosa, cast.ada)
    room = await surgery_at(house, cast.ada, london("2027-01-20 18:00"))
    await _ask(browser, cast.rosa, room)
    move_to(london("2027-02-10 18:00"))
    await house.run_jobs()
    assert await Reminder.all().count() == 1
    move_to(london("2027-02-20 18:01"))
    await house.run_jobs()
    assert await Reminder.all().count() == 0

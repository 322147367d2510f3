"""A date is moved or called off with a reason, and those who count on it are told, once."""

from datetime import timedelta
from uuid import uuid4

import pytest

from foundation import clock
from notices.models import Notice
from rooms.reminders.models import Reminder
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.rooms_from_outside import Room, plan


async def _told(member: Member) -> list[str]:
    return [str(words) for words in await Notice.filter(person_id=member.id).order_by("id").values_list(
        "sentence", flat=True
    )]  # fmt: skip


@pytest.fixture
async def counted_on(scheduled: Room, cast: Cast) -> Room:
    """Rosa asked to be reminded of it; Amir put a question early; Olga does neither."""
    await Reminder.create(id="r" * 16, surgery_id=scheduled.id, person_id=cast.rosa.id, created_at=clock.now())
    clock.move(timedelta(minutes=50))
    await (await scheduled.enter(cast.amir)).ask("Is the park lit?")
    return scheduled


async def test_who_counts_on_it_is_told_that_it_is_called_off_and_why(counted_on: Room, cast: Cast):
    path = f"/surgeries/{counted_on.id}"
    watching = await counted_on.enter(cast.olga)
    browser = Browser(counted_on.house.url, cast.ada)
    await browser.get(path)
    for _twice in range(2):
        assert (await browser.post(f"{path}/cancel", reason="PC Okafor is in court")).status == 303
    await browser.close()
    assert (await watching.hear("surgery_cancelled"))["data"]["cancel_reason"] == "PC Okafor is in court"
    for member in (cast.rosa, cast.amir):
        assert [("does not take place" in words) for words in await _told(member)] == [True], member.name
    assert await _told(cast.olga) == await _told(cast.ada) == []
    assert "PC Okafor is in court" in (await counted_on.house.page(path, cast.rosa)).text
    assert [entry["kind"] for entry in await counted_on.log()].count("surgery_cancelled") == 1


async def test_who_counts_on_it_is_told_where_it_moved(counted_on: Room, cast: Cast):
    watching = await counted_on.enter(cast.olga)
    ada = counted_on.house.caller(cast.ada)
    starts, ends = (
        clock.rfc3339(clock.now().replace(microsecond=0) + timedelta(days=1, hours=hour)) for hour in (0, 1)
    )
    changed = await ada.patch(
        f"/surgeries/{counted_on.id}", {"starts_at": starts, "ends_at": ends, "reason": "The hall is taken"}
    )
    assert (changed.status, changed.json["starts_at"], bool(changed.json["moved_from"])) == (200, starts, True)
    heard = (await watching.hear("surgery_moved"))["data"]
    assert (heard["starts_at"], heard["move_reason"]) == (starts, "The hall is taken")
    for member in (cast.rosa, cast.amir):
        assert [("was moved from" in words) for words in await _told(member)] == [True], member.name
    page = (await counted_on.house.page(f"/surgeries/{counted_on.id}", cast.rosa)).text
    assert "Moved: it was on" in page
    assert "The hall is taken" in page


async def test_a_new_title_alone_is_told_nobody(counted_on: Room, cast: Cast):
    answer = await counted_on.house.caller(cast.ada).patch(f"/surgeries/{counted_on.id}", {"title": "Lights"})
    assert (answer.status, answer.json["moved_from"]) == (200, None)
    assert await _told(cast.rosa) == await _told(cast.amir) == []


async def test_a_cancellation_by_the_api_may_say_why(scheduled: Room, cast: Cast):
    ada = scheduled.house.caller(cast.ada)
    answer = await ada.post(f"/surgeries/{scheduled.id}/cancel", {"reason": "x" * 501})
    assert answer.status == 422
    answer = await ada.post(f"/surgeries/{scheduled.id}/cancel", {"reason": "Snow"})
    assert (answer.status, answer.json["status"], answer.json["cancel_reason"]) == (200, "cancelled", "Snow")


async def test_only_a_host_moves_or_cancels(scheduled: Room, cast: Cast):
    for member in (cast.huw, cast.nia, cast.rosa, cast.mo):
        caller = scheduled.house.caller(member)
        assert (await caller.post(f"/surgeries/{scheduled.id}/cancel", {"reason": "?"})).status == 403, member.name
        assert (await caller.patch(f"/surgeries/{scheduled.id}", {"title": "Mine"})).status == 403, member.name


async def test_ada_is_warned_of_what_she_holds_when_she_moves_it(scheduled: Room, cast: Cast):
    starts, ends = (clock.now().replace(hour=hour, minute=0, second=0) + timedelta(days=3) for hour in (17, 20))
    times = {"starts_at": clock.rfc3339(starts), "ends_at": clock.rfc3339(ends)}
    await scheduled.house.caller(cast.ada).post("/surgeries", plan(title="The other evening", **times))
    path, browser = f"/surgeries/{scheduled.id}/edit", Browser(scheduled.house.url, cast.ada)
    await browser.get(path)
    form = {"title": "Bikes", "date": str(starts.date()), "start": "18:00", "end": "19:00", "reason": "A call came in"}
    warned = await browser.post(path, **form)
    assert (warned.status, "The other evening" in warned.text) == (200, True)
    assert (await browser.post(path, confirm="yes", **form)).status == 303
    await browser.close()
    assert "A call came in" in (await scheduled.house.page(f"/surgeries/{scheduled.id}", cast.rosa)).text


async def test_a_program_of_adas_is_warned_of_what_she_holds_at_that_time(scheduled: Room, cast: Cast):
    ada, starts = scheduled.house.caller(cast.ada), clock.now().replace(minute=0, second=0) + timedelta(days=3)
    times = {"starts_at": clock.rfc3339(starts), "ends_at": clock.rfc3339(starts + timedelta(hours=2))}
    assert (await ada.post("/surgeries", plan(title="The first", **times))).json["warnings"] == []
    second = (await ada.post("/surgeries", plan(title="The second", **times))).json
    [sentence] = second["warnings"]
    assert "The first" in sentence
    assert "Ada Okafor" in sentence
    moved = await ada.patch(f"/surgeries/{scheduled.id}", times)
    assert (moved.status, len(moved.json["warnings"])) == (200, 2)
    assert "warnings" not in (await ada.get(f"/surgeries/{scheduled.id}")).json


async def test_words_for_before_and_after_stand_on_the_page_in_their_time(scheduled: Room, cast: Cast):
    words = {"before_text": "Bring your **frame number**", "after_text": "Thank you <b>all</b>", "topic": "Locks"}
    assert (await scheduled.house.caller(cast.ada).patch(f"/surgeries/{scheduled.id}", words)).status == 200

    async def shown() -> tuple[bool, bool]:
        page = (await scheduled.house.page(f"/surgeries/{scheduled.id}", cast.rosa)).text
        assert "Locks" in page
        return "<strong>frame number</strong>" in page, "Thank you &lt;b&gt;all&lt;/b&gt;" in page

    assert await shown() == (True, False)
    await scheduled.act("open")
    assert await shown() == (False, False)
    await scheduled.act("close")
    assert await shown() == (False, True)


async def test_a_meeting_in_person_takes_no_words_but_where_it_has_a_room(scheduled: Room, cast: Cast):
    ada = scheduled.house.caller(cast.ada)
    place = {"kind": "meeting", "place": "Cathays Library", "access_notes": "Ramp at the side", "online": False}
    changed = await ada.patch(f"/surgeries/{scheduled.id}", place)
    assert {name: changed.json[name] for name in place} == place
    await scheduled.act("open")
    rosa = await scheduled.enter(cast.rosa)
    assert await rosa.refused("send_message", client_id=str(uuid4()), body="Hello") == "closed"
    page = (await scheduled.house.page(f"/surgeries/{scheduled.id}", cast.rosa)).text
    assert ("Ramp at the side" in page, 'id="compose"' in page) == (True, False)
    clock.move(timedelta(hours=1, minutes=20))
    await scheduled.house.run_jobs()
    assert "host_late" not in [entry["kind"] for entry in await scheduled.log()], "nobody is missed in a room"

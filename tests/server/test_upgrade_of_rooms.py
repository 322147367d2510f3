"""Rooms of before they had more than words are brought up to date: everything in them is read as it was left."""

import pytest
from icalendar import Calendar

from foundation.models import OutboxMail
from rooms.questions.models import Question
from tests.house import House
from tests.running.before_rooms import ANSWERED, CLOSED, COMING, WAITING, fill_before_rooms
from tests.running.first_version import FirstVersion
from tests.running.old_database import Fill
from tests.server.upgraded import old as old
from tests.server.upgraded import old_databases as old_databases  # filled once a run
from tests.server.upgraded import settings as settings  # its copy
from tests.server.upgraded import upgraded as upgraded  # a house on it


@pytest.fixture
def fill() -> Fill:
    return fill_before_rooms


async def test_dilys_reads_the_pages_of_old_rooms(upgraded: House, old: FirstVersion):
    for room in (CLOSED, COMING, old.surgery):
        for path in (f"/surgeries/{room}", f"/surgeries/{room}/reminder"):
            page = await upgraded.page(path)
            assert (page.status, path) == (200, path)
            assert "Is it number 12?" not in page.text
            assert "Words to be hidden" not in page.text
    assert "Parents, at nine." in (await upgraded.page(f"/surgeries/{CLOSED}")).text


async def test_the_old_transcript_has_the_question_with_its_answer(upgraded: House):
    made = (await upgraded.caller().get(f"/surgeries/{CLOSED}/transcript")).json
    assert [entry["body"] for entry in made["entries"]] == [
        "Who parks there?", "Who paints the lines?", "Parents, at nine."
    ]  # fmt: skip
    assert [entry["relayed"] for entry in made["entries"]] == [None] * 3


async def test_a_question_of_before_waits_unless_it_was_answered(upgraded: House, old: FirstVersion):
    listed = (await upgraded.caller().get(f"/surgeries/{CLOSED}/questions")).json["items"]
    assert {item["id"]: item["stands"] for item in listed} == {ANSWERED: "answered", WAITING: "waiting"}
    ada = upgraded.caller(token=old.tokens["ada"])
    assert "Who paints the lines?" in (await ada.page(f"/surgeries/{CLOSED}/remains")).text
    assert await Question.all().count() == 0


async def test_the_calendars_have_the_old_dates(upgraded: House, old: FirstVersion):
    feed = await upgraded.caller().get("/neighbourhoods/cathays/calendar.ics")
    events = {str(event["SUMMARY"]): event for event in Calendar.from_ical(feed.text).walk("VEVENT")}
    assert {"Bins", "Bikes and street lights"} <= events.keys()
    assert str(events["Bins"]["SEQUENCE"]) == "0"
    listed = (await upgraded.caller().get("/surgeries?status=scheduled")).json["items"]
    assert [(item["id"], item["kind"], item["online"], item["series"]) for item in listed] == [
        (COMING, "surgery", True, None)
    ]  # fmt: skip


async def test_amir_is_still_silenced_and_ada_can_move_what_comes(upgraded: House, old: FirstVersion):
    amir = await upgraded.live(token=old.tokens["amir"])
    await amir.ok("enter", room=old.surgery, after=0)
    said = {"client_id": "5a4fcd8b-0b23-4ad2-9d3b-2d0d3a2f6d0e", "body": "Hello", "room": old.surgery}
    assert (await amir.refused("send_message", **said))["code"] == "not_allowed"
    ada = upgraded.caller(token=old.tokens["ada"])
    moved = await ada.patch(f"/surgeries/{COMING}", {"ends_at": "2026-11-23T19:30:00Z"})
    assert (moved.status, moved.json["moved_from"]) == (200, "2026-11-23T18:00:00.000Z")


async def test_the_letter_of_before_leaves(upgraded: House):
    await upgraded.run_jobs()
    [letter] = await OutboxMail.filter(key="old letter")
    assert letter.sent_at is not None

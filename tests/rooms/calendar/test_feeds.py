"""The feeds that Rosa's own calendar reads."""

from datetime import UTC, datetime, timedelta
from typing import Any

import recurring_ical_events
from icalendar import Calendar

from accounts.models import PersonNeighbourhood
from foundation import clock
from rooms.models import MeetingKind, Status, Surgery
from tests.cast import ELSEWHERE, HOME, Cast
from tests.clients import Answer
from tests.house import House
from tests.rooms.calendar.dates import LONDON, add_date, london
from tests.rooms_from_outside import Room, plan

FEED = f"/neighbourhoods/{HOME}/calendar.ics"
ALL_TIME = (datetime(2020, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC))


def read(answer: Answer) -> dict[str, Any]:
    """The feed's events by their title, as a calendar that was written elsewhere reads them."""
    assert answer.status == 200, answer.text
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    found = recurring_ical_events.of(Calendar.from_ical(answer.text)).between(*ALL_TIME)
    return {str(event["SUMMARY"]): event for event in found}


async def test_rosa_sees_a_surgery_in_her_own_calendar(house: House, scheduled: Room) -> None:
    feed = read(await house.caller().get(FEED))
    surgery = (await house.caller().get(f"/surgeries/{scheduled.id}")).json
    event = feed["Bikes and street lights"]
    assert event["DTSTART"].dt == datetime.fromisoformat(surgery["starts_at"])
    assert event["DTEND"].dt == datetime.fromisoformat(surgery["ends_at"])
    assert event["STATUS"] == "CONFIRMED"
    assert event["URL"] == f"{house.url}/surgeries/{scheduled.id}"
    assert event["LOCATION"] == "Online: Cathays"
    assert event["UID"] == f"{scheduled.id}@bluelamp"


async def test_no_name_is_copied_into_anybodys_calendar(house: House, scheduled: Room, cast: Cast) -> None:
    text = (await house.caller().get(FEED)).text.replace("\r\n ", "")
    assert scheduled.host is cast.ada
    for private in ("Okafor", "Ada", "example.org", "ORGANIZER", "ATTENDEE"):
        assert private not in text, private


async def test_an_evening_stays_at_six_across_both_changes_of_the_clocks(house: House, cast: Cast) -> None:
    clock.move(london(2026, 1, 1) - clock.now())
    for month, day in ((3, 27), (3, 29), (3, 30), (10, 24), (10, 25), (10, 26)):
        await add_date(cast.ada, london(2026, month, day), f"{month}-{day}")
    feed = read(await house.caller().get(FEED))
    assert {title: event["DTSTART"].dt.astimezone(UTC).hour for title, event in feed.items()} == {
        "3-27": 18, "3-29": 17, "3-30": 17, "10-24": 17, "10-25": 18, "10-26": 18,
    }  # fmt: skip
    assert all(event["DTSTART"].dt.astimezone(LONDON).hour == 18 for event in feed.values())


async def test_the_hour_that_autumn_has_twice_is_told_apart(house: House, cast: Cast) -> None:
    clock.move(london(2026, 10, 1) - clock.now())
    await add_date(cast.ada, london(2026, 10, 25, 1, 15), "first", ends=london(2026, 10, 25, 1, 45))
    await add_date(cast.ada, london(2026, 10, 25, 1, 15, fold=1), "second", ends=london(2026, 10, 25, 1, 45, fold=1))
    feed = read(await house.caller().get(FEED))
    assert feed["first"]["DTSTART"].dt.astimezone(UTC) == datetime(2026, 10, 25, 0, 15, tzinfo=UTC)
    assert feed["second"]["DTSTART"].dt.astimezone(UTC) == datetime(2026, 10, 25, 1, 15, tzinfo=UTC)
    assert feed["second"]["DTEND"].dt.astimezone(UTC) == datetime(2026, 10, 25, 1, 45, tzinfo=UTC)


async def test_a_moved_surgery_keeps_its_uid_and_its_sequence_rises(house: House, scheduled: Room, cast: Cast) -> None:
    before = read(await house.caller().get(FEED))["Bikes and street lights"]
    clock.move(timedelta(seconds=2))
    later = plan()["starts_at"].replace(":00.000Z", ":00.000Z")
    moved = datetime.fromisoformat(later) + timedelta(hours=2)
    times = {"starts_at": clock.rfc3339(moved), "ends_at": clock.rfc3339(moved + timedelta(hours=1))}
    assert (await house.caller(cast.ada).patch(f"/surgeries/{scheduled.id}", times)).status == 200
    after = read(await house.caller().get(FEED))["Bikes and street lights"]
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt == moved
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt


async def test_a_cancelled_surgery_stays_in_the_feed_as_cancelled(house: House, scheduled: Room) -> None:
    before = read(await house.caller().get(FEED))["Bikes and street lights"]
    await scheduled.act("cancel")
    [event] = read(await house.caller().get(FEED)).values()
    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"] == "Cancelled: Bikes and street lights"
    assert event["UID"] == before["UID"]
    assert event["SEQUENCE"] > before["SEQUENCE"]


async def test_the_wording_of_why_stays_on_the_page(house: House, scheduled: Room) -> None:
    await scheduled.act("cancel")
    await Surgery.filter(id=scheduled.id).update(cancel_reason="Ada is ill")
    assert "is ill" not in (await house.caller().get(FEED)).text


async def test_opening_and_closing_raise_the_sequence(house: House, scheduled: Room) -> None:
    seen = [read(await house.caller().get(FEED))["Bikes and street lights"]["SEQUENCE"]]
    for act in ("open", "close"):
        await scheduled.act(act)
        seen.append(read(await house.caller().get(FEED))["Bikes and street lights"]["SEQUENCE"])
    assert seen == sorted(set(seen))


async def test_a_meeting_in_a_hall_has_its_place(house: House, cast: Cast) -> None:
    more: dict[str, Any] = {
        "kind": MeetingKind.MEETING,
        "place": "St Mark’s Hall, Gabalfa; room 2",
        "access_notes": "Ramp",
    }
    await add_date(cast.ada, clock.now() + timedelta(days=1), "Tea", online=False, **more)
    event = read(await house.caller().get(FEED))["Tea"]
    assert event["LOCATION"] == "St Mark’s Hall, Gabalfa; room 2, Cathays"
    assert "Getting in: Ramp" in event["DESCRIPTION"]
    assert "Join online" not in event["DESCRIPTION"]


async def test_nobody_writes_lines_of_their_own_into_a_feed(house: House, cast: Cast) -> None:
    evil = "A\r\nATTENDEE:mailto:x@example.org\rEND:VEVENT\nBEGIN:VALARM\x0bX\u2028Y\x85Z;,\\N\\n"
    soon = clock.now() + timedelta(days=1)
    await add_date(cast.ada, soon, evil, place=evil, topic=evil, access_notes=evil)
    answer = await house.caller().get(FEED)
    lines = answer.text.split("\r\n")
    assert answer.text.count("BEGIN:VEVENT") == 1 + 0 * len(lines)
    assert not [line for line in lines if line.startswith(("ATTENDEE", "BEGIN:VALARM"))]
    assert not [line for line in lines if "\n" in line or "\r" in line or "\x0b" in line]
    assert sum(line == "END:VEVENT" for line in lines) == 1
    [event] = Calendar.from_ical(answer.text).events
    assert str(event["SUMMARY"]).startswith("A\nATTENDEE:mailto:x@example.org\nEND:VEVENT")


async def test_no_line_is_longer_than_calendars_take(house: House, cast: Cast) -> None:
    await add_date(cast.ada, clock.now() + timedelta(days=1), "ŵ’é日" * 30, topic="Ŷ" * 300)
    answer = await house.caller().get(FEED)
    assert max(len(line.encode()) for line in answer.text.split("\r\n")) <= 75
    assert answer.text.endswith("END:VCALENDAR\r\n")


async def test_what_was_stays_for_three_months(house: House, cast: Cast) -> None:
    now = clock.now()
    await add_date(cast.ada, now - timedelta(days=89), "lately", status=Status.CLOSED)
    await add_date(cast.ada, now - timedelta(days=91), "long ago", status=Status.CLOSED)
    await add_date(cast.ada, now - timedelta(days=3), "called off", status=Status.CANCELLED)
    assert set(read(await house.caller().get(FEED))) == {"lately", "Cancelled: called off"}


async def test_each_feed_has_what_is_its_own(house: House, cast: Cast) -> None:
    soon = clock.now() + timedelta(days=1)
    await add_date(cast.ada, soon, "by Ada")
    await add_date(cast.huw, soon, "by Huw", kind=MeetingKind.OFFICE_HOURS)
    await add_date(cast.nia, soon, "by Nia", neighbourhood=ELSEWHERE)
    asked = {
        FEED: {"by Ada", "by Huw"},
        f"/officers/{cast.nia.id}/calendar.ics": {"by Nia"},
        "/calendar.ics": {"by Ada", "by Huw", "by Nia"},
        "/calendar.ics?kind=office_hours": {"by Huw"},
        "/calendar.ics?force=gwent": set(),
        "/calendar.ics?force=south-wales": {"by Ada", "by Huw", "by Nia"},
    }
    assert {path: set(read(await house.caller().get(path))) for path in asked} == asked


async def test_an_officer_who_serves_elsewhere_now_claims_no_date_to_come(house: House, cast: Cast) -> None:
    now, path = clock.now(), f"/officers/{cast.ada.id}"
    await add_date(cast.ada, now - timedelta(days=3), "Was there", status=Status.CLOSED)
    await add_date(cast.ada, now + timedelta(days=3), "Will be there")

    async def claimed() -> tuple[set[str], bool]:
        feed = read(await house.caller().get(f"{path}/calendar.ics"))
        return set(feed), "Will be there" in (await house.page(path)).text

    assert await claimed() == ({"Was there", "Will be there"}, True)
    await PersonNeighbourhood.filter(person_id=cast.ada.id).delete()
    assert await claimed() == ({"Was there"}, False)
    assert "Will be there" in read(await house.caller().get(FEED)), "somebody else may hold it"


async def test_a_feed_of_nobody_is_not_there(house: House, cast: Cast) -> None:
    for path in ("/neighbourhoods/nowhere", f"/officers/{cast.rosa.id}", "/officers/x", f"/officers/{cast.mo.id}"):
        assert (await house.caller().get(f"{path}/calendar.ics")).status == 404, path


async def test_a_calendar_that_has_it_is_told_so(house: House, scheduled: Room) -> None:
    first = await house.caller().get(FEED)
    known = {"If-None-Match": first.headers["ETag"]}
    again = await house.caller().get(FEED, headers=known)
    assert (again.status, again.text) == (304, "")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert (await house.caller().get(FEED, headers={"If-None-Match": '"x", W/' + first.headers["ETag"]})).status == 304
    clock.move(timedelta(minutes=10))
    assert (await house.caller().get(FEED, headers=known)).status == 304
    await scheduled.act("cancel")
    changed = await house.caller().get(FEED, headers=known)
    assert changed.status == 200
    assert changed.headers["ETag"] != first.headers["ETag"]


async def test_a_feed_speaks_welsh_where_it_was_asked_for_in_welsh(house: House, scheduled: Room) -> None:
    welsh = (await house.caller().get(FEED + "?lang=cy")).text.replace("\r\n ", "")
    assert "Cathays (Cymraeg)" in welsh
    assert "Cathays (Cymraeg)" not in (await house.caller().get(FEED)).text


async def test_the_description_of_the_api_tells_of_the_feeds(house: House) -> None:
    paths = (await house.caller().get("/openapi.json")).json["paths"]
    for path in ("/neighbourhoods/{id}/calendar.ics", "/officers/{id}/calendar.ics", "/calendar.ics"):
        answers = paths[f"/api/v1{path}"]["get"]["responses"]
        assert "text/calendar" in answers["200"]["content"]
        assert "304" in answers

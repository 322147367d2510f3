"""Ada plans what repeats by a plain choice, looks at its dates, and finds them in the calendar."""

from datetime import timedelta

import pytest

from foundation import clock
from rooms.models import RoomHost
from tests.cast import HOME, Cast
from tests.house import House
from tests.rooms.series.conftest import NEW, Planner, next_tuesday


async def _dates(house: House) -> list[str]:
    answer = await house.caller().get(f"/surgeries?neighbourhood={HOME}&limit=200")
    return [item["starts_at"][:10] for item in answer.json["items"]]


async def test_ada_sees_the_dates_before_anything_is_announced(house: House, ada: Planner):
    page = await ada.plan()
    assert page.status == 200
    assert "Check the dates" in page.text
    assert "Every Tuesday" in page.text
    assert await _dates(house) == []
    form = dict(title="Ask about bikes", date=next_tuesday().isoformat(), start="18:00", end="19:00", repeat="weekly")
    announced = await ada.post(NEW, confirm="yes", **form)
    assert announced.status == 303
    assert (await _dates(house))[:2] == [str(next_tuesday()), str(next_tuesday() + timedelta(weeks=1))]
    assert "Every Tuesday" in (await house.page(announced.headers["Location"])).text


@pytest.mark.parametrize(
    ("repeat", "days"), [("never", []), ("weekly", [0, 7, 14]), ("fortnightly", [0, 14, 28])]
)  # fmt: skip
async def test_each_plain_choice_means_what_it_says(house: House, ada: Planner, repeat: str, days: list):
    until = (next_tuesday() + timedelta(days=20 if repeat == "weekly" else 30)).isoformat()
    await ada.plan(repeat=repeat, until=until, confirm="yes")
    assert await _dates(house) == [str(next_tuesday() + timedelta(days=day)) for day in days or [0]]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"repeat": "own", "rule": "FREQ=SECONDLY"}, "This rule can’t be read"),
        ({"repeat": "own", "rule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, "no date within the next two years"),
        ({"repeat": "hourly"}, "Choose how often it repeats"), ({"until": "2001-01-01"}, "must not come before"),
        ({"title": " "}, "Give the surgery a title"), ({"date": "soon"}, "Give the day"),
        ({"end": "17:00"}, "end must"),
        ({"kind": "party"}, "Choose what it is"), ({"kind": "meeting"}, "Say where people meet"),
        ({"host-" + "0" * 16: "yes"}, "can’t hold a meeting here"), ({"topic": "x" * 301}, "at most 300"),
    ],
)  # fmt: skip
async def test_what_can_not_be_is_said_in_the_form(house: House, ada: Planner, wrong: dict, sentence: str):
    page = await ada.plan(confirm="yes", **wrong)
    assert (page.status, sentence in page.text) == (422, True)
    assert await _dates(house) == []


async def test_a_daily_rule_of_a_thousand_dates_is_made_half_a_year_ahead(house: House, ada: Planner):
    await ada.series(repeat="own", rule="FREQ=DAILY;COUNT=1000")
    dates = await _dates(house)
    assert 165 < len(dates) < 185
    clock.move(timedelta(days=14))
    await house.run_jobs()
    assert len(set(await _dates(house))) == len(dates) + 14, "the clock makes the next ones"


async def test_what_ada_holds_at_that_time_is_shown_but_not_refused(house: House, ada: Planner):
    await ada.plan(repeat="never", title="The first")
    page = await ada.plan(repeat="never", title="The second", start="18:30", end="19:30")
    assert page.status == 200
    assert "Booked at the same time" in page.text
    assert "The first" in page.text
    assert (await ada.plan(repeat="never", title="The second", start="18:30", end="19:30", confirm="yes")).status == 303
    beside = await ada.plan(repeat="never", title="The third", start="19:30", end="20:00")
    assert beside.status == 303, "what begins when the other ends is not at the same time"


async def test_a_team_holds_its_office_hours_together(house: House, cast: Cast, ada: Planner):
    await ada.series(kind="office_hours", title="Our door is open", **{f"host-{cast.huw.id}": "yes"})
    items = (await house.caller().get(f"/surgeries?neighbourhood={HOME}")).json["items"]
    for item in items:
        assert (item["kind"], {host["id"] for host in item["hosts"]}) == ("office_hours", {cast.ada.id, cast.huw.id})
    assert await RoomHost.all().count() == 2 * len(items)


async def test_only_who_serves_there_plans_there(house: House, cast: Cast):
    assert cast.nia.places != cast.ada.places, "Nia must be an outsider for this to mean anything"
    for member in (cast.nia, cast.rosa, cast.mo, None):
        assert (await house.page(NEW, member)).status in {401, 403, 303}, member


async def test_the_scripts_dates_stand_beside_a_half_filled_form(house: House, cast: Cast):
    day = next_tuesday().isoformat()
    query = f"date={day}&start=18:00&end=19:00&repeat=own&rule=FREQ%3DMONTHLY%3BBYDAY%3D-1TU"
    page = await house.page(f"/neighbourhoods/{HOME}/surgeries/dates?{query}", cast.ada)
    assert (page.status, "Every month on the last Tuesday" in page.text) == (200, True)
    wrong = await house.page(f"/neighbourhoods/{HOME}/surgeries/dates?date={day}&start=x", cast.ada)
    assert (wrong.status, "18:00" in wrong.text) == (200, True)

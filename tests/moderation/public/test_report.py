"""The transparency report: a month in figures, the same on both databases."""

import csv
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest

from foundation.ids import new_id
from moderation.drills.models import Drill
from tests.cast import Cast
from tests.clients import JSON
from tests.house import House
from tests.moderation.public.decided import appealed, decided, flagged, item_of, reversed_by, waited_for
from tests.rooms_from_outside import Room

NOON = datetime(2026, 9, 10, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


async def report(house: House, query: str = "month=2026-09") -> JSON:
    answer = await house.caller().get(f"/moderation/report?{query}")
    assert answer.status == 200, answer.text
    return dict(answer.json)


async def test_times_to_decide_have_median_ninth_tenth_and_share_in_time(house: House, cast: Cast) -> None:
    for minutes in (1, 2, 3, 4, 100):
        await waited_for(NOON, minutes * MINUTE, allowed=15 * MINUTE, kind="names")
    found = await report(house)
    [names] = found["by_kind"]
    assert names == {
        "kind": "names", "decisions": 5, "overturned": 0, "timed": 5, "median_seconds": 180, "p90_seconds": 3696,
        "in_time": 0.8,
    }  # fmt: skip
    assert found["every_kind"] == names | {"kind": "every"}
    page = (await house.page("/moderation/report?month=2026-09")).text
    assert "3 min 0 s" in page
    assert "1 h 2 min" in page
    assert "80%" in page


async def test_a_wait_ends_by_a_person_and_not_by_passing_it_on(house: House, cast: Cast) -> None:
    for action, actor in (("escalate", new_id()), ("restore", new_id()), ("hide", None)):
        await waited_for(NOON, MINUTE, allowed=MINUTE, action=action, actor_id=actor)
    found = await report(house)
    assert (found["decisions"], found["every_kind"]["timed"]) == (3, 0)
    assert (found["by_person"], found["by_rule"]) == (2, 1)


async def test_of_fewer_than_five_no_time_is_told(house: House, cast: Cast) -> None:
    for _number in range(4):
        await waited_for(NOON, MINUTE, allowed=MINUTE)
    every = (await report(house))["every_kind"]
    assert (every["timed"], every["median_seconds"], every["p90_seconds"], every["in_time"]) == (4, None, None, None)
    assert "too few" in (await house.page("/moderation/report?month=2026-09")).text


async def test_overturned_counts_and_undone_counts_apart(house: House, cast: Cast) -> None:
    await reversed_by(await decided(at=NOON), "overturn", actor_role="administrator")
    await reversed_by(await decided(at=NOON), "undo")
    await decided(at=NOON, kind="sealed")
    found = await report(house)
    assert (found["decisions"], found["overturned"], found["undone"]) == (3, 1, 1)
    assert {each["name"]: each["count"] for each in found["by_action"]} == {"hide": 2, "overturn": 1}
    assert {each["name"]: each["count"] for each in found["by_role"]} == {"moderator": 2, "administrator": 1}
    assert [each["kind"] for each in found["by_kind"]] == ["abuse", "other"]


async def test_nobody_is_found_out_by_small_numbers(house: House, cast: Cast) -> None:
    for reason, times in {"abuse": 9, "child": 2, "danger": 6}.items():
        for _time in range(times):
            await flagged(NOON, reason)
    for state in ("upheld", "upheld", "overturned"):
        await appealed(NOON, state)
    await item_of(NOON)
    found = await report(house)
    assert found["flags"] == 17
    assert {each["name"]: each["count"] for each in found["flags_by_reason"]} == {
        "abuse": 9, "child": "<5", "danger": "withheld",
    }  # fmt: skip
    assert found["appeals"] == {"made": "<5", "stands": "<5", "overturned": "<5", "open": 0}
    assert found["held"] == "<5"
    assert "fewer than 5" in (await house.page("/moderation/report?month=2026-09")).text


async def test_posts_are_counted_where_they_were_written(house: House, cast: Cast, room: Room) -> None:
    seat = await room.enter(cast.rosa)
    for words in ("Good evening", "The lamps are out"):
        await seat.say(words)
    assert (await report(house, ""))["posts"] == 2
    assert (await report(house, "force=south-wales"))["posts"] == 2
    assert (await report(house, "force=gwent"))["posts"] == 0
    assert (await report(house, "month=2026-09"))["posts"] == 0


async def test_a_month_and_a_force_have_their_own_figures(house: House, cast: Cast) -> None:
    await decided(at=NOON)
    await decided(at=NOON - timedelta(days=31))
    await decided(at=NOON, force_id="gwent", target_type="drill")
    await decided(at=NOON, force_id="gwent")
    assert (await report(house))["decisions"] == 2
    found = await report(house, "month=2026-09&force=south-wales")
    assert found["force"] == {"id": "south-wales", "name": "South Wales Police"}
    assert [each["decisions"] for each in found["months"]] == [*[0] * 10, 1, 1]
    assert [found["months"][0]["month"], found["months"][-1]["month"]] == ["2025-10", "2026-09"]
    assert (await house.caller().get("/moderation/report?force=nowhere")).status == 404


async def test_a_month_that_is_not_over_says_so(house: House, cast: Cast) -> None:
    assert (await report(house, ""))["over"] is False
    assert (await report(house))["over"] is True
    assert "This month is not over" in (await house.page("/moderation/report")).text
    assert "This month is not over" not in (await house.page("/moderation/report?month=2026-09")).text


async def test_drills_stand_apart_from_what_was_real(house: House, cast: Cast) -> None:
    await item_of(NOON, target_type="drill", kind="emergency")
    for week, seen in (("2026-W36", NOON + 2 * MINUTE), ("2026-W37", None)):
        await Drill.create(id=new_id(), force_id="south-wales", week=week, posted_at=NOON, seen_at=seen)
    found = await report(house)
    assert (found["held"], found["decisions"]) == (0, 0)
    assert [(each["week"], each["seconds"]) for each in found["drills"]] == [("2026-W36", 120), ("2026-W37", None)]
    assert "nobody within the hour" in (await house.page("/moderation/report?month=2026-09")).text


async def test_the_files_say_what_the_page_says(house: House, cast: Cast) -> None:
    for _number in range(6):
        await decided(at=NOON)
    found = await house.caller().send("GET", "/moderation/report.csv?month=2026-09")
    rows = list(csv.reader(StringIO(found.text.removeprefix("\ufeff"))))
    assert rows[0] == ["group", "name", "value"]
    assert ["totals", "decisions", "6"] in rows
    assert ["by_action", "hide", "6"] in rows
    assert 'filename="moderation-2026-09.csv"' in found.headers["Content-Disposition"]
    data = await house.caller().send("GET", "/moderation/report.json?month=2026-09")
    assert data.json | {"made_at": ""} == await report(house) | {"made_at": ""}
    assert "attachment" in data.headers["Content-Disposition"]


@pytest.mark.parametrize("month", ["2026-13", "1999-12", "banana", "2026-1", "2026-001"])
async def test_a_month_that_is_none_is_refused(house: House, cast: Cast, month: str) -> None:
    assert (await house.caller().get(f"/moderation/report?month={month}")).status in {400, 422}
    page = await house.page(f"/moderation/report?month={month}")
    assert (page.status, "for example 2026-11" in page.text) == (422, True)


async def test_the_page_names_the_day_on_which_a_drill_s_week_began(house: House, cast: Cast) -> None:
    await Drill.create(id=new_id(), force_id="south-wales", week="2026-W36", posted_at=NOON, seen_at=NOON + MINUTE)
    page = (await house.page("/moderation/report?month=2026-09")).text
    assert "Monday 31 August 2026" in page
    assert "W36" not in page


async def test_the_chart_begins_with_the_first_month_that_has_any(house: House, cast: Cast) -> None:
    await decided(at=NOON)
    page = (await house.page("/moderation/report?month=2026-09")).text
    chart = page.partition('<svg class="log-chart"')[2].partition("</svg>")[0]
    assert chart.count("<rect") == 1


async def test_five_reasons_of_one_flag_each_are_not_told_and_not_said_to_be_none(house: House, cast: Cast) -> None:
    for reason in ("abuse", "about_me", "child", "danger", "other"):
        await flagged(NOON, reason=reason)
    found = await report(house)
    assert (found["flags"], found["flags_by_reason"]) == (5, [])
    page = (await house.page("/moderation/report?month=2026-09")).text
    assert "Not told in this month" in page.partition('id="flags"')[2].partition("<h2")[0]

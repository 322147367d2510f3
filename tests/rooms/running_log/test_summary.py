"""What a log amounts to, as numbers, as a chart and as files."""

import csv
from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation import clock
from foundation.charts import chart_of
from foundation.spreadsheets import harmless
from rooms.running_log.summary import summary_of
from tests.rooms.running_log.keeping import Keeper, local

LONDON = ZoneInfo("Europe/London")
NAMES = ("Crime", "Traffic")


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_each_hour_is_there_also_one_without_entries() -> None:
    found = summary_of([(_at("2026-11-22 18:10"), "Crime"), (_at("2026-11-22 20:59"), "Traffic")], NAMES, LONDON)
    assert [(hour.label, hour.counts, hour.total) for hour in found.hours] == [
        ("18:00", (1, 0), 1), ("19:00", (0, 0), 0), ("20:00", (0, 1), 1),
    ]  # fmt: skip
    assert (found.total, found.by_category, found.daily) == (2, (1, 1), False)


def test_the_hour_that_comes_twice_in_autumn_is_two_hours_and_the_one_that_spring_skips_is_none() -> None:
    autumn = summary_of([(_at("2026-10-25 00:30"), "Crime"), (_at("2026-10-25 02:30"), "Crime")], NAMES, LONDON)
    assert [hour.label for hour in autumn.hours] == ["01:00", "01:00", "02:00"]
    spring = summary_of([(_at("2026-03-29 00:30"), "Crime"), (_at("2026-03-29 01:30"), "Crime")], NAMES, LONDON)
    assert [hour.label for hour in spring.hours] == ["00:00", "02:00"]


def test_a_long_log_is_counted_by_the_hour_of_the_day() -> None:
    found = summary_of([(_at("2026-11-01 18:10"), "Crime"), (_at("2026-11-22 18:50"), "Crime")], NAMES, LONDON)
    assert found.daily
    assert len(found.hours) == 24
    assert found.hours[18].total == 2


def test_midnight_says_which_day_begins() -> None:
    found = summary_of([(_at("2026-11-22 23:10"), "Crime"), (_at("2026-11-23 00:10"), "Crime")], NAMES, LONDON)
    assert [hour.label for hour in found.hours] == ["23:00, 22.11.", "00:00, 23.11."]


@given(st.lists(st.tuples(st.integers(0, 100_000), st.sampled_from(NAMES))))
def test_no_entry_is_lost_or_counted_twice(minutes: list[tuple[int, str]]) -> None:
    start = _at("2026-03-28 12:00")
    found = summary_of(sorted((start + timedelta(minutes=m), name) for m, name in minutes), NAMES, LONDON)
    assert found.total == sum(found.by_category) == sum(hour.total for hour in found.hours) == len(minutes)


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=48))
def test_a_bar_is_as_high_as_its_count_and_stays_in_the_picture(counts: list[int]) -> None:
    chart = chart_of([(str(place), count) for place, count in enumerate(counts)])
    for bar, count in zip(chart.bars, counts, strict=True):
        assert 0 <= bar.y <= chart.base
        assert 0 <= bar.x <= chart.width - bar.width
        assert (bar.height == 0) == (count == 0) or count < 3


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "\n=1"])
def test_a_formula_is_text_in_a_spreadsheet(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


def test_other_words_stay_as_they_are() -> None:
    assert [harmless(cell) for cell in ("", "A 1+1", "Crime = bad")] == ["", "A 1+1", "Crime = bad"]


async def test_the_file_for_spreadsheets_is_utf_8_with_its_mark_and_without_formulas(ada: Keeper) -> None:
    await ada.entry('=HYPERLINK("http://x.example","Tŷ")', place="@Queen, Street")
    answer = await ada.page("/entries.csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.text.startswith("\ufeff")
    head, row = csv.reader(StringIO(answer.text.removeprefix("\ufeff")))
    assert head[:3] == ["Number", "Time", "Category"]
    assert row[3:5] == ["'@Queen, Street", '\'=HYPERLINK("http://x.example","Tŷ")']


async def test_the_page_has_the_chart_and_beside_it_a_table_of_the_same(ada: Keeper) -> None:
    await ada.entry("One.")
    await ada.entry("Two.", category="Crime", at=local(clock.now() - timedelta(hours=3)))
    page = (await ada.page("/summary")).text
    assert page.count('class="log-chart__bar"') == 4
    assert "Entries by hour and category" in page
    assert "2 entries" in page
    assert "style=" not in page


async def test_an_empty_log_has_a_summary_too(ada: Keeper) -> None:
    assert "Nothing has been written yet." in (await ada.page("/summary")).text

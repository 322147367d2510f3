"""The dates of a rule: as a library finds them, and never looked for beyond the horizon."""

import datetime as datetimes
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import takewhile
from types import SimpleNamespace

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from foundation.errors import Invalid
from rooms.series.expansion import dates_of
from rooms.series.rules import WEEKDAYS, parse_rule

_FIRST = date(2026, 11, 24)
_DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@pytest.fixture(scope="module", autouse=True)
def _an_end_of_time() -> Iterator[None]:
    """The library looks until the last year that there is: for most of a minute in some rules."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dateutil.rrule.datetime", SimpleNamespace(**vars(datetimes) | {"MAXYEAR": 2035}))
        yield


def _found(text: str, first: date = _FIRST, *, days: int = 730) -> list[date]:
    return list(dates_of(parse_rule(text), first, first + timedelta(days=days)))


def _joined(numbers: list) -> str:
    return ",".join(map(str, numbers))


@st.composite
def _rules(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 5))}"]
    by = []
    if draw(st.booleans()):
        # All or none with a number: mixed, the library takes the plain ones for none.
        numbered = frequency in ("MONTHLY", "YEARLY") and draw(st.booleans())
        which = ["1", "2", "-1"] if numbered else [""]
        each = st.tuples(st.sampled_from(which), st.sampled_from(WEEKDAYS)).map("".join)
        days = st.lists(each, min_size=1, max_size=3)
        by.append(f"BYDAY={_joined(draw(days))}")
    if frequency != "WEEKLY" and draw(st.booleans()):
        by.append(f"BYMONTHDAY={_joined(draw(st.lists(st.sampled_from([1, 2, 13, 28, -1]), min_size=1, max_size=3)))}")
    if draw(st.booleans()):
        by.append(f"BYMONTH={_joined(draw(st.lists(st.integers(1, 12), min_size=1, max_size=4)))}")
    # The library takes what is left of the first week for a whole one.
    if by and frequency != "WEEKLY" and draw(st.booleans()):
        by.append(f"BYSETPOS={draw(st.sampled_from([1, -1]))}")
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 40))}")
    return ";".join([*parts, *by])


@given(rule=_rules(), first=_DAYS)
@settings(max_examples=200, deadline=None)
def test_every_rule_gives_the_dates_that_a_library_finds(rule: str, first: date) -> None:
    end = first + timedelta(days=1500)
    theirs = rrulestr(rule, dtstart=datetime.combine(first, datetime.min.time()))
    near = (day.date() for day in theirs.between(datetime.min, datetime.combine(end, datetime.min.time()), inc=True))
    assert list(dates_of(parse_rule(rule), first, end)) == list(takewhile(lambda day: day <= end, near))


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 0), ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", 0),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=MO", 0), ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=366", 0), ("FREQ=DAILY", 731),
        ("FREQ=DAILY;COUNT=1000", 731), ("FREQ=WEEKLY", 105), ("FREQ=MONTHLY;BYDAY=4TU", 24), ("FREQ=YEARLY", 2),
    ],
)  # fmt: skip
def test_a_rule_without_an_end_or_without_a_date_is_looked_at_to_the_horizon_only(rule: str, count: int) -> None:
    began = time.thread_time()
    assert len(_found(rule)) == count
    assert time.thread_time() - began < 0.5


def test_a_place_in_the_week_is_one_in_the_whole_week_though_a_rule_begins_within_it() -> None:
    assert _FIRST.strftime("%a") == "Tue", "must begin within a week for this to mean anything"
    first, last = (f"FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS={place};COUNT=2" for place in (1, -1))
    assert _found(first) == [date(2026, 11, 30), date(2026, 12, 7)]
    assert _found(last) == [date(2026, 11, 25), date(2026, 12, 2)]


def test_an_end_is_the_last_day_that_it_names() -> None:
    weeks = [_FIRST + timedelta(weeks=number) for number in range(3)]
    for end in ("COUNT=3", "UNTIL=20261208", "UNTIL=20261208T120000Z", "UNTIL=2026-12-08"):
        assert _found(f"FREQ=WEEKLY;{end}") == weeks, end


@pytest.mark.parametrize(
    "rule",
    [
        "", "every Tuesday", "FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY", "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=100000", "FREQ=WEEKLY;COUNT=0", "FREQ=WEEKLY;COUNT=1001", "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=DAILY;BYHOUR=1,2,3", "FREQ=DAILY;BYSECOND=1", "FREQ=YEARLY;BYYEARDAY=1", "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=WEEKLY;BYMONTHDAY=3", "FREQ=WEEKLY;COUNT=2;UNTIL=20270101", "FREQ=WEEKLY;UNTIL=soon", "INTERVAL=2",
        "FREQ=MONTHLY;BYSETPOS=1", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=WEEKLY;BYDAY=",
        "FREQ=WEEKLY;UNTIL=20261331", "FREQ=WEEKLY;" + "BYDAY=TU," * 100, "FREQ=WEEKLY;COUNT=²",
        "FREQ=YEARLY;BYMONTH=13",
    ],
)  # fmt: skip
def test_a_rule_that_no_meeting_can_need_is_refused_in_a_sentence(rule: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse_rule(rule)
    assert [error.field for error in refused.value.fields] == ["rule"]

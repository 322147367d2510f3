"""Percentiles are those that everybody's tools give."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.public.spread import percentile
from moderation.public.wording import span

VALUES = st.lists(st.floats(0, 1e7), min_size=1, max_size=60)


@given(VALUES.filter(lambda values: len(values) > 1))
def test_they_are_those_of_the_library(values: list[float]) -> None:
    tenths = statistics.quantiles(values, n=10, method="inclusive")
    assert percentile(values, 0.9) == pytest.approx(tenths[8])
    assert percentile(values, 0.5) == pytest.approx(statistics.median(values))


@given(VALUES, st.floats(0, 1))
def test_they_lie_between_the_values_and_rise_with_the_share(values: list[float], share: float) -> None:
    found = percentile(values, share)
    assert found is not None
    assert (
        min(values) <= found <= max(values)
        or found == pytest.approx(min(values))
        or found == pytest.approx(max(values))
    )
    assert percentile(values, 0) == min(values)
    assert percentile(values, 1) == max(values)
    assert found <= (percentile(values, min(1, share + 0.1)) or 0) + 1e-6


def test_of_nothing_there_is_none() -> None:
    assert percentile([], 0.5) is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, ""), (0, "0 s"), (59.6, "1 min 0 s"), (125, "2 min 5 s"), (3600, "1 h 0 min"), (7199, "2 h 0 min"),
     (47 * 3600, "47 h 0 min"), (50 * 3600, "2 days 2 h")],
)  # fmt: skip
def test_a_time_is_said_in_its_two_largest_units(seconds: float | None, words: str) -> None:
    assert span(seconds) == words

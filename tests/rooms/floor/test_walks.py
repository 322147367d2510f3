"""Where somebody is follows from the path and the time, and nobody is ahead of themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooms.floor.paths import find_path
from rooms.floor.tiles import Grid, distance
from rooms.floor.walks import SPEED, arrival, next_tile, point_at

GRID = Grid(9, 9)
PATHS = st.builds(
    lambda start, end: find_path(GRID, start, end) or [],
    *[st.tuples(st.integers(0, 8), st.integers(0, 8))] * 2,
)
TIMES = st.floats(-1, 10)


@given(PATHS, TIMES, st.floats(0, 2))
def test_nobody_gets_farther_than_their_pace(path: list, now: float, later: float):
    assert distance(point_at(path, 0, now), point_at(path, 0, now + later)) <= later * SPEED + 1e-6


@given(PATHS, TIMES)
def test_another_walk_begins_on_a_tile_and_not_before_one_gets_there(path: list, now: float):
    number, reached = next_tile(path, 0.0, now)
    assert point_at(path, 0.0, reached + 1e-9) == pytest.approx(path[number], abs=1e-6)
    assert reached >= min(now, arrival(path, 0.0)) - 1e-9
    assert reached - max(now, 0) <= 1.5 / SPEED


def test_a_walk_ends_where_it_leads():
    path = find_path(GRID, (0, 0), (3, 0)) or []
    assert arrival(path, 10.0) == pytest.approx(10 + 3 / SPEED)
    assert point_at(path, 10.0, 9.0) == (0, 0)
    assert point_at(path, 10.0, 10 + 1.5 / SPEED) == pytest.approx((1.5, 0))
    assert point_at(path, 10.0, 99.0) == (3, 0)

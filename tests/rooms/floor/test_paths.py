"""Paths over any floor: every step is one, none is longer than it must be, and a short form says the same."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rooms.floor.paths import corners, filled, find_path, is_walkable, nearest_free, reached_from
from rooms.floor.tiles import Grid, Tile, distance

TILES = st.tuples(st.integers(0, 8), st.integers(0, 8))
GRIDS = st.builds(Grid, st.just(9), st.just(9), st.frozensets(TILES, max_size=50))


@given(GRIDS, TILES, TILES)
def test_a_path_is_found_where_one_can_get_and_is_walkable_step_by_step(grid: Grid, start: Tile, end: Tile):
    path = find_path(grid, start, end)
    if not grid.is_free(start):
        return
    assert (path is not None) == (end in reached_from(grid, start))
    if path is not None:
        assert (path[0], path[-1]) == (start, end)
        assert is_walkable(grid, path)
        assert not grid.blocked & set(path)


@given(GRIDS, TILES, TILES)
def test_no_path_is_shorter_the_other_way_round(grid: Grid, start: Tile, end: Tile):
    if grid.is_free(start) and (there := find_path(grid, start, end)):
        back = find_path(grid, end, start)
        assert back is not None
        assert abs(_length(there) - _length(back)) < 1e-6


@given(GRIDS, TILES, TILES)
def test_the_corners_of_a_path_say_all_of_it(grid: Grid, start: Tile, end: Tile):
    if grid.is_free(start) and (path := find_path(grid, start, end)):
        assert filled(corners(path)) == path
        assert len(corners(path)) <= len(path)


@given(GRIDS, TILES, TILES, st.frozensets(TILES, max_size=20))
def test_nobody_is_sent_onto_somebody_else_or_where_they_cannot_get(
    grid: Grid, start: Tile, wanted: Tile, taken: frozenset[Tile]
):
    found = nearest_free(grid, start, wanted, taken)
    free = reached_from(grid, start) - taken
    assert (found is None) == (not free)
    if found is not None:
        assert found in free
        assert distance(found, wanted) == min(distance(tile, wanted) for tile in free)


def test_a_path_slants_past_nothing_whose_corner_it_would_cut():
    grid = Grid(3, 3, frozenset({(1, 0)}))
    assert not grid.is_step((0, 0), (1, 1))
    assert find_path(grid, (0, 0), (1, 1)) == [(0, 0), (0, 1), (1, 1)]


def test_what_is_no_path_is_not_walkable():
    grid = Grid(5, 5, frozenset({(2, 2)}))
    assert not is_walkable(grid, [])
    assert not is_walkable(grid, [(0, 0), (2, 0)])
    assert not is_walkable(grid, [(0, 0), (0, 0)])
    assert not is_walkable(grid, [(1, 2), (2, 2), (3, 2)])
    assert not is_walkable(grid, [(0, 0), (-1, 0)])
    assert not is_walkable(grid, [(0, 0), (1, 0)] * 200)


def _length(path: list[Tile]) -> float:
    return sum(distance(a, b) for a, b in pairwise(path))

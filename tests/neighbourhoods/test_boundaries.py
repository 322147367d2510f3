"""Which neighbourhoods a point lies in: borders, holes, islands, overlaps."""

from typing import Any

import pytest

from neighbourhoods.boundaries import Boundaries
from neighbourhoods.geometry import check_boundary, shape_of
from tests.neighbourhoods.maps import polygon, square

# West and east share a border; the ring has a hole that the town fills in part; the isles are two; the district lies
# over all of west.
MAP: dict[str, dict[str, Any]] = {
    "west": polygon(square(0, 0)),
    "east": polygon(square(0.01, 0)),
    "ring": polygon(square(1, 1, 0.03), square(1.01, 1.01)),
    "town": polygon(square(1.01, 1.01, 0.005)),
    "isles": {"type": "MultiPolygon", "coordinates": [[square(2, 2)], [square(2.02, 2)]]},
    "district": polygon(square(-0.02, -0.02, 0.03)),
    "a-twin": polygon(square(3, 3)),
    "b-twin": polygon(square(3, 3)),
}


@pytest.fixture(scope="module")
def boundaries() -> Boundaries:
    return Boundaries({id_: shape_of(check_boundary(boundary)) for id_, boundary in MAP.items()})


@pytest.mark.parametrize(
    ("latitude", "longitude", "found"),
    [
        (0.005, 0.005, ["west", "district"]),
        (0.005, 0.015, ["east"]),
        (0.005, 0.01, ["east", "west", "district"]),
        (0.01, 0.02, ["east"]),
        (1.005, 1.005, ["ring"]),
        (1.018, 1.018, []),
        (1.0125, 1.0125, ["town"]),
        (1.01, 1.0125, ["town", "ring"]),
        (2.005, 2.005, ["isles"]),
        (2.005, 2.025, ["isles"]),
        (2.005, 2.015, []),
        (3.005, 3.005, ["a-twin", "b-twin"]),
        (0.005, -0.005, ["district"]),
        (50, 50, []),
    ],
)
def test_a_point_lies_where_the_map_says(
    boundaries: Boundaries, latitude: float, longitude: float, found: list[str]
) -> None:
    assert boundaries.at(latitude, longitude) == found


def test_those_outside_every_boundary_are_picked_out(boundaries: Boundaries) -> None:
    assert boundaries.outside([(0.005, 0.005), (50, 50), (2.005, 2.015), (0.005, 0.01)]) == [1, 2]
    assert boundaries.outside([]) == []
    assert Boundaries({}).outside([(1.0, 1.0)]) == [0]


def test_neighbours_are_those_that_touch(boundaries: Boundaries) -> None:
    assert set(boundaries.beside("west")) == {"east", "district"}
    assert boundaries.beside("ring") == ["town"]
    assert boundaries.beside("isles") == []


def test_without_any_boundary_nobody_lives_anywhere() -> None:
    assert Boundaries({}).at(51.49, -3.18) == []

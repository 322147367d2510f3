"""A boundary is drawn, and said in words, in both languages."""

import re

import pytest

from foundation import language
from neighbourhoods.geometry import shape_of
from neighbourhoods.outline import draw_outline
from neighbourhoods.places import Place
from neighbourhoods.wording import describe_outline
from tests.neighbourhoods.maps import polygon, square

ROATH = Place("W2", "Roath", "Y Rhath", "south-wales", "South Wales")
CATHAYS = Place("W1", "Cathays", "", "south-wales", "South Wales")
SPLOTT = Place("W3", "Splott", "Y Sblot", "south-wales", "South Wales")


def test_a_boundary_with_a_hole_is_drawn_inside_its_box() -> None:
    outline = draw_outline(shape_of(polygon(square(-3.2, 51.4, 0.1), square(-3.15, 51.45, 0.02))))
    _x, _y, width, height = map(int, outline.view_box.split())
    numbers = [int(number) for number in re.findall(r"-?\d+", outline.path)]
    assert outline.path.count("M") == outline.path.count("Z") == 2
    assert all(0 < x < width for x in numbers[::2])
    assert all(0 < y < height for y in numbers[1::2])


def test_north_is_up_and_distances_are_true() -> None:
    outline = draw_outline(shape_of(polygon(square(-3.2, 51.4, 0.1))))
    assert outline.height_km == pytest.approx(11.1, abs=0.1)
    assert outline.width_km == pytest.approx(6.9, abs=0.1)
    # The first corner of the ring is in the south-west: left and below.
    x, y = map(int, re.findall(r"\d+", outline.path)[:2])
    assert x < 100
    assert y > 900


def test_thousands_of_corners_become_as_few_as_a_screen_can_show() -> None:
    ring = [[-3.2 + place / 100_000, 51.4 + (place % 2) / 1_000_000] for place in range(10_000)]
    outline = draw_outline(shape_of(polygon([*ring, [-3.15, 51.5], ring[0]])))
    assert len(outline.path) < 200


def test_who_cannot_see_the_drawing_reads_it() -> None:
    outline = draw_outline(shape_of({"type": "MultiPolygon", "coordinates": [[square(0, 0)], [square(0.2, 0)]]}))
    words = describe_outline(ROATH, outline, [SPLOTT, CATHAYS])
    assert words == (
        "The boundary of Roath is about 23 km from west to east and 1.1 km from north to south. Its centre is near"
        " latitude 0.005, longitude 0.105. It has 2 separate parts. It borders Cathays, Splott."
    )


def test_in_welsh_the_welsh_names_are_said() -> None:
    outline = draw_outline(shape_of(polygon(square(0, 0))))
    with language.speaking("cy"):
        words = describe_outline(ROATH, outline, [SPLOTT, CATHAYS])
    assert "Y Rhath" in words
    assert "Cathays, Y Sblot" in words

"""A force's GeoJSON as it comes: the good features are kept, the bad ones named by line, number and reason."""

import json
from typing import Any

import pytest

from neighbourhoods.geojson import NeighbourhoodRow, read_neighbourhoods
from neighbourhoods.rows import BadRow
from tests.neighbourhoods.maps import CATHAYS, ROATH, collection, feature, polygon, square

OPEN_RING = [*square(-3.2, 51.4)[:-1], [-3.2, 51.401]]
BOW_TIE = [[-3.2, 51.4], [-3.1, 51.5], [-3.1, 51.4], [-3.2, 51.5], [-3.2, 51.4]]


def read(text: str) -> tuple[list[str], list[BadRow]]:
    """The ids of the good rows, and the bad rows."""
    rows = list(read_neighbourhoods(text))
    good = [row.id for row in rows if isinstance(row, NeighbourhoodRow)]
    return good, [row for row in rows if isinstance(row, BadRow)]


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        (polygon(OPEN_RING), "ring 1 is not closed"),
        (polygon(square(-3.2, 51.4), OPEN_RING), "ring 2 is not closed"),
        (polygon(square(-3.2, 51.4)[:3]), "ring 1 has 3 positions, and needs 4 or more"),
        (polygon(BOW_TIE), "a ring crosses itself near longitude -3.15, latitude 51.45"),
        (polygon(square(-3.2, 51.4), square(-3.1, 51.4)), "a hole lies outside its polygon"),
        (polygon([[-3.2, 51.4]] * 4), "a ring has no area"),
        (polygon([[318000, 176000], [319000, 176000], [319000, 177000], [318000, 176000]]), "not a longitude"),
        (polygon([[-3.2, float("nan")], [-3.1, 51.4], [-3.1, 51.5], [-3.2, 51.4]]), "not a longitude"),
        (polygon([["-3.2", "51.4"]] * 4), "not [longitude, latitude]"),
        (polygon([[True, False]] * 4), "not [longitude, latitude]"),
        ({"type": "MultiPolygon", "coordinates": [[square(0, 0)], [OPEN_RING]]}, "ring 1 of part 2 is not closed"),
        ({"type": "MultiPolygon", "coordinates": [[square(0, 0)], [square(0.002, 0.002, 0.001)]]}, "inside another"),
        ({"type": "Polygon", "coordinates": []}, "no coordinates"),
        ({"type": "Polygon"}, "no coordinates"),
        ({"type": "Point", "coordinates": [-3.2, 51.4]}, "must be a Polygon or a MultiPolygon, not Point"),
        (None, "no geometry"),
        ([], "no geometry"),
    ],
)
def test_a_broken_boundary_is_named_and_its_neighbours_are_kept(geometry: Any, reason: str) -> None:
    good, [bad] = read(collection(CATHAYS, feature("W9", "Broken", geometry), ROATH))
    assert good == ["W1", "W2"]
    assert bad.line == 3
    assert bad.reason.startswith("feature 2 (W9): ")
    assert reason in bad.reason


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ({"id": None}, "id is missing"),
        ({"id": ""}, "id is missing"),
        ({"id": "a/b"}, "id must be"),
        ({"id": "x" * 65}, "id must be"),
        ({"id": ".."}, "id must be"),
        ({"id": ["W9"]}, "id must be"),
        ({"id": True}, "id must be"),
        ({"name": None}, "name is missing"),
        ({"name": " \u3000 "}, "name must be a text"),
        ({"name": 7}, "name must be a text"),
        ({"name": "Ca\u0000thays"}, "control characters"),
        ({"name": "Ca\u202ethays"}, "control characters"),
        ({"name": "Cathays\nNorth"}, "control characters"),
        ({"name": "x" * 201}, "longer than 200"),
        ({"name_cy": "\u200b"}, "name_cy has control characters"),
        ({"force": "a/b"}, "force must be"),
        ({"force_name": 1}, "force_name must be a text"),
    ],
)
def test_a_bad_name_or_id_is_named_and_the_others_are_kept(properties: dict[str, Any], reason: str) -> None:
    wrong = feature("W9", "Wrong", polygon(square(-3.2, 51.4)))
    wrong["properties"].update(properties)
    good, [bad] = read(collection(CATHAYS, wrong))
    assert good == ["W1"]
    assert (bad.line, reason in bad.reason) == (3, True), bad.reason


@pytest.mark.parametrize("value", [None, 3, "x", [], {}, {"type": "Feature"}, {"type": "Point", "properties": {}}])
def test_what_is_no_feature_is_named(value: Any) -> None:
    good, [bad] = read(collection(value, CATHAYS))
    assert (good, bad.line) == (["W1"], 2)
    assert bad.reason.startswith("feature 1: ")


def test_an_id_that_comes_twice_is_bad_the_second_time() -> None:
    good, [bad] = read(collection(CATHAYS, ROATH, CATHAYS))
    assert good == ["W1", "W2"]
    assert (bad.line, bad.reason) == (4, "feature 3 (W1): this id is feature 1's already")


def test_a_file_on_one_line_still_says_which_feature() -> None:
    broken = feature("W9", "Broken", None)
    text = json.dumps({"features": [CATHAYS, broken, ROATH], "type": "FeatureCollection"})
    good, [bad] = read(text)
    assert good == ["W1", "W2"]
    assert (bad.line, bad.reason.partition(":")[0]) == (1, "feature 2 (W9)")


def test_a_feature_that_is_spread_over_lines_is_named_by_its_first() -> None:
    text = json.dumps({"type": "FeatureCollection", "features": [CATHAYS, feature("W9", "Broken", None)]}, indent=1)
    _good, [bad] = read(text)
    first_words = "".join(text.splitlines()[bad.line - 1 : bad.line + 3]).replace(" ", "")
    assert first_words.startswith('{"type":"Feature","properties":{"id":"W9"')


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "{ is missing"),
        ("postcode,latitude\nCF10 1AA,51", 1, "{ is missing"),
        ("[]", 1, "{ is missing"),
        ("{}", 1, "no list named features"),
        ('{"type": "Feature",\n "geometry": null}', 1, "must be a GeoJSON FeatureCollection, not Feature"),
        ('{"type": "FeatureCollection",\n"features": {}}', 1, "no list named features"),
        ('{"features": [' + "[" * 100_000, 1, "nested too deep"),
        ('{"features": [' + "1" * 5000 + "]}", 1, "a number too long"),
        ('{"features": []}\n{}', 2, "something follows"),
    ],
)
def test_a_file_that_is_no_collection_says_so(text: str, line: int, reason: str) -> None:
    good, [bad] = read(text)
    assert good == []
    assert (bad.line, reason in bad.reason) == (line, True), bad.reason


def test_what_stands_before_a_mistake_in_the_json_is_kept() -> None:
    text = collection(CATHAYS, ROATH).replace('"W2"', "W2")
    good, [bad] = read(text)
    assert good == ["W1"]
    assert bad.line == 3
    assert "rest of the file is lost" in bad.reason


def test_heights_are_dropped_and_numbers_kept_to_the_letter() -> None:
    ring = [[*position, 12.5] for position in square(-3.19, 51.49)]
    [row] = read_neighbourhoods(collection(feature(7, "Cathays", polygon(ring))))
    assert isinstance(row, NeighbourhoodRow)
    assert row.id == "7"
    assert json.loads(row.boundary) == polygon(square(-3.19, 51.49))


def test_forces_that_number_their_places_with_spaces_and_points_are_understood() -> None:
    ids = ["CPT Amesbury", "GARN4.LAK", "filey-eastfield", "A2", "W05000857"]
    good, bad = read(collection(*(feature(id_, "Somewhere", CATHAYS["geometry"]) for id_ in ids)))
    assert (good, bad) == (ids, [])

"""Names are found as people type them."""

import pytest

from foundation import language
from foundation.errors import Invalid
from neighbourhoods.gazetteer import Gazetteer
from neighbourhoods.places import Place

NAMES = {
    "1": ("Pont-y-Clun", "Pont-y-clun"),
    "2": ("Barry Island", "Ynys y Barri"),
    "3": ("Barry", "Y Barri"),
    "4": ("Riverside", "Glan-yr-afon"),
    "5": ("Great Barry", ""),
    "8": ("Aberbarry", ""),
    "6": ("St. Thomas", "Sain Tomos"),
    "7": ("Whitchurch", "Tŷ Gwyn Ŵyl"),
}


@pytest.fixture
def gazetteer() -> Gazetteer:
    return Gazetteer(Place(id_, name, name_cy, "south-wales", "South Wales") for id_, (name, name_cy) in NAMES.items())


def found(gazetteer: Gazetteer, text: str) -> list[str]:
    return [place.id for place in gazetteer.named(text, None, 50).items]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("barry", ["3", "2", "5", "8"]),
        ("BARRY", ["3", "2", "5", "8"]),
        ("barri", ["3", "2"]),
        ("pontyclun", ["1"]),
        ("pont y clun", ["1"]),
        ("glan yr", ["4"]),
        ("st thomas", ["6"]),
        ("ty gwyn", ["7"]),
        ("Tŷ", ["7"]),
        ("wyl", ["7"]),
        ("sland", ["2"]),
        ("Swansea", []),
        ("%", []),
        ("_", []),
        ("  ", []),
    ],
)
def test_rosa_finds_a_place_by_a_part_of_its_name(gazetteer: Gazetteer, typed: str, ids: list[str]) -> None:
    assert found(gazetteer, typed) == ids


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 50])
def test_turning_the_pages_shows_every_place_once(gazetteer: Gazetteer, limit: int) -> None:
    seen, cursor = [], None
    while True:
        page = gazetteer.page(cursor, limit)
        assert len(page.items) <= limit
        seen += [place.name for place in page.items]
        cursor = page.next
        if cursor is None:
            break
    assert seen == sorted(name for name, _welsh in NAMES.values())


def test_the_welsh_list_is_sorted_by_the_names_it_shows(gazetteer: Gazetteer) -> None:
    with language.speaking("cy"):
        shown = [place.shown_name for place in gazetteer.page(None, 50).items]
    assert shown == [
        "Aberbarry", "Glan-yr-afon", "Great Barry", "Pont-y-clun",
        "Sain Tomos", "Tŷ Gwyn Ŵyl", "Y Barri", "Ynys y Barri",
    ]  # fmt: skip


def test_a_search_has_pages_too(gazetteer: Gazetteer) -> None:
    first = gazetteer.named("barry", None, 2)
    rest = gazetteer.named("barry", first.next, 2)
    assert [place.id for place in first.items + rest.items] == ["3", "2", "5", "8"]
    assert rest.next is None


def test_a_cursor_that_nobody_gave_is_refused(gazetteer: Gazetteer) -> None:
    with pytest.raises(Invalid):
        gazetteer.page("nonsense", 10)

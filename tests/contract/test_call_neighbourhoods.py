"""GET /neighbourhoods and GET /neighbourhoods/{id}."""

import pytest

from tests.cast import ELSEWHERE, HOME, Cast
from tests.house import House
from tests.rooms_from_outside import Room

INSIDE = {"lat": 51.495, "lon": -3.185}


async def _ids(house: House, **query: object) -> list[str]:
    answer = await house.caller().get("/neighbourhoods", params=query)
    assert answer.status == 200, answer.text
    return [item["id"] for item in answer.json["items"]]


@pytest.mark.parametrize("spelling", ["CF10 1AA", "cf101aa", "CF10  1aa", " cf10 1AA ", "Cf 10 1 a a"])
async def test_rosa_finds_her_neighbourhood_however_she_types_her_postcode(house: House, cast: Cast, spelling: str):
    answer = await house.caller().get("/neighbourhoods", params={"postcode": spelling})
    assert answer.json["items"] == [
        {
            "id": HOME,
            "name": "Cathays",
            "name_cy": "Cathays (Cymraeg)",
            "force": {"id": "south-wales", "name": "South Wales Police"},
        }
    ]


async def test_a_postcode_without_a_neighbourhood_of_its_own_follows_the_boundary(house: House, cast: Cast):
    assert await _ids(house, postcode="CF64 1AA") == [ELSEWHERE]


@pytest.mark.parametrize(
    ("postcode", "status"),
    [("CF10 9ZZ", 404), ("SW1A 1AA", 404), ("banana", 422), ("", 422), ("CF10", 422), ("🚓", 422), ("x" * 5000, 422),
     ("\x00", 422)],
)  # fmt: skip
async def test_a_postcode_that_is_unknown_or_none_is_told_apart(house: House, cast: Cast, postcode: str, status: int):
    assert (await house.caller().get("/neighbourhoods", params={"postcode": postcode})).status == status


async def test_a_position_finds_what_covers_it_and_the_sea_nothing(house: House, cast: Cast):
    assert await _ids(house, **INSIDE) == [HOME]
    assert await _ids(house, lat=0, lon=0) == []


@pytest.mark.parametrize("query", [{"lat": 91, "lon": 0}, {"lat": "x", "lon": 0}, {"lat": 51}, {"lon": -3},
                                   {"lat": "nan", "lon": 0}, {"lat": "inf", "lon": 0}])  # fmt: skip
async def test_what_is_no_position_is_refused(house: House, cast: Cast, query: dict):
    assert (await house.caller().get("/neighbourhoods", params=query)).status == 422


async def test_a_name_finds_in_both_languages(house: House, cast: Cast):
    assert await _ids(house, q="cath") == [HOME]
    assert set(await _ids(house, q="cymraeg")) >= {HOME, ELSEWHERE}
    assert await _ids(house, q="nowhere at all") == []


async def test_the_list_comes_page_by_page(house: House, cast: Cast):
    seen: list[str] = []
    cursor: dict[str, str] | None = {}
    while cursor is not None:
        answer = await house.caller().get("/neighbourhoods", params={"limit": 2, **cursor})
        seen += [item["id"] for item in answer.json["items"]]
        cursor = {"cursor": answer.json["next"]} if answer.json["next"] else None
    assert len(seen) == len(set(seen)) == 3


@pytest.mark.parametrize("query", [{"limit": 0}, {"limit": "x"}, {"limit": 10**9}, {"cursor": "x" * 500}])
async def test_a_page_that_can_not_be_is_refused(house: House, cast: Cast, query: dict):
    assert (await house.caller().get("/neighbourhoods", params=query)).status == 422


async def test_a_neighbourhood_shows_its_boundary_officers_and_next_surgeries(scheduled: Room, cast: Cast):
    answer = await scheduled.house.caller().get(f"/neighbourhoods/{HOME}")
    assert answer.json["boundary"]["type"] == "Polygon"
    assert {officer["id"] for officer in answer.json["officers"]} == {cast.ada.id, cast.huw.id}
    assert all(officer["officer"]["verified"] is True for officer in answer.json["officers"])
    assert [surgery["id"] for surgery in answer.json["next_surgeries"]] == [scheduled.id]
    assert answer.json["next_surgeries"][0] == (await scheduled.house.caller().get(f"/surgeries/{scheduled.id}")).json


async def test_a_neighbourhood_that_is_none_is_not_found(house: House, cast: Cast):
    for id_ in ("nowhere", "%00", "..%2f..", "x" * 500, "%F0%9F%9A%93"):
        assert (await house.caller().get(f"/neighbourhoods/{id_}")).status == 404, id_

"""Neighbourhoods as a client from outside asks for them."""

from typing import Any

import pytest

from neighbourhoods.importing import import_neighbourhoods, import_postcodes
from tests.cast import Cast
from tests.house import House
from tests.neighbourhoods.conftest import Save
from tests.neighbourhoods.maps import CATHAYS, collection, feature, polygon, square

pytestmark = pytest.mark.usefixtures("cast")

FORCE = {"id": "south-wales", "name": "South Wales Police"}
IN_CATHAYS = {"id": "cathays", "name": "Cathays", "name_cy": "Cathays (Cymraeg)", "force": FORCE}


BAD_QUESTIONS: list[tuple[dict[str, str], int, str | None]] = [
    ({"postcode": "CF10 9ZZ"}, 404, None),
    ({"postcode": "CF10"}, 422, "postcode"),
    ({"postcode": ""}, 422, "postcode"),
    ({"postcode": "x" * 5000}, 422, "postcode"),
    ({"lat": "51.495"}, 422, "lon"),
    ({"lon": "-3.185"}, 422, "lat"),
    ({"lat": "nan", "lon": "-3.185"}, 422, "lat"),
    ({"lat": "51.495", "lon": "inf"}, 422, "lon"),
    ({"lat": "91", "lon": "0"}, 422, "lat"),
    ({"lat": "0", "lon": "-180.1"}, 422, "lon"),
    ({"lat": "north", "lon": "0"}, 422, "lat"),
    ({"limit": "0"}, 422, "limit"),
    ({"limit": "many"}, 422, "limit"),
    ({"cursor": "nonsense"}, 422, "cursor"),
    ({"postcode": "CF10 1AA", "q": "cathays"}, 422, None),
]


async def find(house: House, **query: Any) -> list[str]:
    answer = await house.caller().get("/neighbourhoods", params=query)
    assert answer.status == 200, answer.text
    return [item["id"] for item in answer.json["items"]]


async def test_rosa_finds_hers_by_postcode_as_the_contract_says(house: House) -> None:
    answer = await house.caller().get("/neighbourhoods", params={"postcode": "cf101aa"})
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    assert answer.json == {"items": [IN_CATHAYS], "next": None}


async def test_any_spelling_will_do(house: House) -> None:
    for spelling in ("CF10 1AA", "cf101aa", "Cf10  1aa", "CF10%201AA", "CF10+1AA"):
        answer = await house.caller().send("GET", f"/api/v1/neighbourhoods?postcode={spelling}")
        assert [item["id"] for item in answer.json["items"]] == ["cathays"], spelling


async def test_a_postcode_placed_by_its_boundary_is_found(house: House) -> None:
    assert await find(house, postcode="CF64 1AA") == ["penarth"]


async def test_a_bad_question_is_a_problem_that_names_the_field(house: House) -> None:
    for query, status, field in BAD_QUESTIONS:
        answer = await house.caller().get("/neighbourhoods", params=query)
        assert answer.status == status, query
        assert answer.headers["Content-Type"].startswith("application/problem+json")
        problem = answer.json
        assert (problem["status"], bool(problem["detail"])) == (status, True)
        assert [wrong["field"] for wrong in problem.get("errors", [])] == ([field] if field else []), query


async def test_by_position_by_name_and_nowhere(house: House) -> None:
    assert await find(house, lat=51.495, lon=-3.185) == ["cathays"]
    assert await find(house, lat=51.49, lon=-3.19) == ["cathays"]
    assert await find(house, lat=0, lon=0) == []
    assert await find(house, q="PENARTH") == ["penarth"]
    assert await find(house, q="cymraeg") == ["cathays", "newport-central", "penarth"]
    assert await find(house, q="nowhere") == []


async def test_the_whole_list_comes_by_page(house: House) -> None:
    seen, query = [], {"limit": "2"}
    while True:
        answer = (await house.caller().get("/neighbourhoods", params=query)).json
        seen.append([item["id"] for item in answer["items"]])
        if answer["next"] is None:
            break
        query["cursor"] = answer["next"]
    assert seen == [["cathays", "newport-central"], ["penarth"]]


async def test_one_neighbourhood_has_its_boundary_and_its_officers(house: House, cast: Cast) -> None:
    answer = await house.caller().get("/neighbourhoods/cathays")
    assert answer.status == 200
    assert IN_CATHAYS.items() <= answer.json.items()
    assert answer.json["boundary"] == polygon(square(-3.19, 51.49))
    assert {officer["name"] for officer in answer.json["officers"]} == {cast.ada.name, cast.huw.name}
    assert all(officer["officer"]["verified"] is True for officer in answer.json["officers"])
    assert answer.json["next_surgeries"] == []


async def test_an_unknown_neighbourhood_is_not_found(house: House) -> None:
    for id_ in ("nowhere", "a%2Fb", "%00", "x" * 100, "%F0%9F%98%80"):
        answer = await house.caller().send("GET", f"/api/v1/neighbourhoods/{id_}")
        assert answer.status == 404, id_
        assert answer.headers["Content-Type"].startswith("application/problem+json")


async def test_an_import_beside_the_running_server_is_seen_at_once(house: House, save: Save) -> None:
    assert await find(house, q="amesbury") == []
    place = feature("CPT Amesbury", "Amesbury", CATHAYS["geometry"], force="wiltshire")
    await import_neighbourhoods(save(collection(place)))
    await import_postcodes(save("postcode,latitude,longitude,neighbourhood_id\nSP4 7AA,51.17,-1.78,CPT Amesbury\n"))
    assert await find(house, postcode="sp47aa") == ["CPT Amesbury"]
    answer = await house.caller().send("GET", "/api/v1/neighbourhoods/CPT%20Amesbury")
    assert answer.json["force"] == {"id": "wiltshire", "name": "Wiltshire"}
    for path in ("/neighbourhoods/CPT%20Amesbury", "/api/v1/neighbourhoods/CPT%20Amesbury/calendar.ics"):
        assert (await house.page(path)).status == 200, "ids of forces may have spaces"

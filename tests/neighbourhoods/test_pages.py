"""Finding one's neighbourhood on the pages, without scripts."""

import pytest

from tests.cast import Cast
from tests.house import House

pytestmark = pytest.mark.usefixtures("cast")


async def test_rosa_types_her_postcode_and_is_taken_there(house: House) -> None:
    answer = await house.page("/neighbourhoods?postcode=cf10+1aa")
    assert (answer.status, answer.headers["Location"]) == (303, "/neighbourhoods/cathays")


async def test_a_postcode_in_the_box_for_names_is_understood(house: House) -> None:
    answer = await house.page("/neighbourhoods?q=cf101aa")
    assert (answer.status, answer.headers["Location"]) == (303, "/neighbourhoods/cathays")


async def test_amir_sees_what_is_wrong_with_his_postcode_and_can_mend_it(house: House) -> None:
    for typed, status, said in (
        ("CF10", 422, "Enter a full UK postcode"),
        ("", 422, "Enter a full UK postcode"),
        ("CF10 9ZZ", 404, "We do not know the postcode CF10 9ZZ"),
        ("%22%3E%3Cscript%3E", 422, "&gt;&lt;script&gt;"),
    ):
        answer = await house.page(f"/neighbourhoods?postcode={typed}")
        assert answer.status == status, typed
        assert said in answer.text
        assert 'name="postcode"' in answer.text
        assert "<script>" not in answer.text


async def test_by_position_she_is_taken_there_too(house: House) -> None:
    answer = await house.page("/neighbourhoods?lat=51.495&lon=-3.185")
    assert (answer.status, answer.headers["Location"]) == (303, "/neighbourhoods/cathays")


async def test_at_sea_she_is_told_that_it_is_not_in_the_area(house: House) -> None:
    answer = await house.page("/neighbourhoods?lat=51.2&lon=-3.5")
    assert answer.status == 200
    assert "not in our area" in answer.text


async def test_what_is_no_position_is_answered_with_a_sentence(house: House) -> None:
    for query in ("lat=nan&lon=0", "lat=north&lon=0", "lat=51", "lon=-3", "lat=100&lon=0", "lat=&lon="):
        answer = await house.page(f"/neighbourhoods?{query}")
        assert answer.status == 422, query
        assert "There is a problem" in answer.text


async def test_the_list_shows_everything_and_finds_by_name(house: House) -> None:
    everything = await house.page("/neighbourhoods")
    assert everything.status == 200
    assert all(name in everything.text for name in ("Cathays", "Penarth", "Newport Central"))
    found = await house.page("/neighbourhoods?q=pena")
    assert "/neighbourhoods/penarth" in found.text
    assert "/neighbourhoods/cathays" not in found.text


async def test_the_page_of_a_neighbourhood_shows_its_officers_and_its_area(house: House, cast: Cast) -> None:
    answer = await house.page("/neighbourhoods/cathays")
    assert answer.status == 200
    assert "Cathays" in answer.text
    assert cast.ada.name in answer.text
    assert cast.nia.name not in answer.text, "who serves elsewhere is not shown here"
    assert '<path class="bl-map__area"' in answer.text
    assert "km from west to east" in answer.text


async def test_only_its_own_officer_is_offered_to_schedule_a_surgery(house: House, cast: Cast) -> None:
    offer = "/neighbourhoods/cathays/surgeries/new"
    assert offer in (await house.page("/neighbourhoods/cathays", cast.ada)).text
    for outsider in (None, cast.rosa, cast.nia, cast.mo):
        assert offer not in (await house.page("/neighbourhoods/cathays", outsider)).text


async def test_in_welsh_the_welsh_name_comes_first(house: House) -> None:
    answer = await house.caller().send("GET", "/neighbourhoods/cathays", headers={"Cookie": "bluelamp_language=cy"})
    assert '<h1 class="govuk-heading-xl govuk-!-margin-bottom-2">Cathays (Cymraeg)</h1>' in answer.text


async def test_an_unknown_neighbourhood_is_a_page_that_helps(house: House) -> None:
    answer = await house.page("/neighbourhoods/nowhere")
    assert answer.status == 404
    assert "Find yours by postcode" in answer.text

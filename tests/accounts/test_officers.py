"""The badge: from the record as it is now, and from nowhere else."""

from accounts.models import OfficerRecord, Person
from accounts.people import officers_of, persons
from accounts.sessions.viewers import viewer_of_token
from foundation import clock
from foundation.ids import new_id
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.house import House


async def test_everybody_can_look_an_officer_up(house: House, cast: Cast, browser: NewBrowser) -> None:
    answer = await house.caller().get(f"/officers/{cast.ada.id}")
    assert answer.json == {
        "id": cast.ada.id,
        "name": "Ada Okafor",
        "role": "officer",
        "officer": {"rank": "PC", "number": "4127", "verified": True, "page": f"/officers/{cast.ada.id}"},
        "partner": None,
        "avatar": answer.json["avatar"],
        "force": {"id": "south-wales", "name": "South Wales Police"},
        "neighbourhoods": [{"id": "cathays", "name": "Cathays", "name_cy": "Cathays (Cymraeg)"}],
        "on_duty": None,
    }
    page = await browser().get(f"/officers/{cast.ada.id}")
    assert page.status == 200
    for words in ("Ada Okafor", "Verified officer", "PC 4127", "South Wales Police", "Cathays"):
        assert words in page.text


async def test_nobody_else_has_an_officers_page(house: House, cast: Cast) -> None:
    for person in (cast.rosa.id, cast.mo.id, cast.dee.id, "0000000000000000", "x" * 300):
        assert (await house.caller().get(f"/officers/{person}")).status == 404
        assert (await house.page(f"/officers/{person}")).status == 404


async def test_a_suspended_officer_has_no_badge_no_page_and_no_rights(house: House, cast: Cast) -> None:
    assert [officer["name"] for officer in await officers_of("cathays")] == ["Ada Okafor", "Huw Hughes"]
    await Person.filter(id=cast.ada.id).update(suspended_at=clock.now())
    assert [officer["name"] for officer in await officers_of("cathays")] == ["Huw Hughes"]
    assert (await persons([cast.ada.id]))[cast.ada.id]["officer"] is None
    assert (await house.caller().get(f"/officers/{cast.ada.id}")).status == 404
    assert await viewer_of_token(cast.ada.token) is None


async def test_an_unconfirmed_officer_serves_nothing(database: object, cast: Cast) -> None:
    await OfficerRecord.filter(person_id=cast.ada.id).update(confirmed_at=None)
    viewer = await viewer_of_token(cast.ada.token)
    assert viewer is not None
    assert (viewer.force, viewer.neighbourhoods) == (None, frozenset())
    assert (await persons([cast.ada.id]))[cast.ada.id]["officer"] is None


async def test_everybody_in_a_room_is_fetched_at_once(database: object, cast: Cast) -> None:
    found = await persons([*(member.id for member in cast), cast.rosa.id, "0000000000000000"])
    assert {id_: person["name"] for id_, person in found.items()} == {member.id: member.name for member in cast}
    assert {person["id"] for person in found.values() if person["officer"]} == {
        cast.ada.id, cast.huw.id, cast.nia.id
    }  # fmt: skip
    assert await persons([]) == {}


async def test_a_moderators_rank_would_be_no_badge(database: object, cast: Cast) -> None:
    await OfficerRecord.create(id=new_id(), person_id=cast.mo.id, rank="PC", number="1", confirmed_at=clock.now())
    assert (await persons([cast.mo.id]))[cast.mo.id]["officer"] is None

"""Joining under a name, without an account."""

import pytest

from accounts.models import Person
from accounts.names.skeletons import name_skeleton
from foundation.models import AuditEntry
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.house import House


async def test_gwen_joins_and_comes_back_as_the_same_guest(house: House, cast: Cast) -> None:
    answer = await house.caller().post("/guest", {"name": " Gwenllian "})
    assert answer.status == 201
    assert set(answer.json) == {"token", "person"}
    person = answer.json["person"]
    shown = {
        "id": person["id"],
        "name": "Gwenllian",
        "role": "guest",
        "officer": None,
        "partner": None,
        "avatar": person["avatar"],
    }
    assert person == shown
    later = await house.caller(token=answer.json["token"]).get("/me")
    assert later.json == {"person": person, "neighbourhood": None, "tier": "guest"}


async def test_a_guest_can_not_take_an_officers_name_or_rank(house: House, cast: Cast) -> None:
    for name in ("Ada Okafor", "Аda 0kafor", "PC Gwen", "Police", "Rosa ✔"):
        answer = await house.caller().post("/guest", {"name": name})
        assert answer.status == 422, name
        assert [wrong["field"] for wrong in answer.json["errors"]] == ["name"]
        assert answer.json["detail"]


async def test_a_forged_badge_changes_nothing(house: House, cast: Cast) -> None:
    forged = {"rank": "PC", "number": "1", "verified": True, "page": "/officers/x"}
    body = {"name": "Gwenllian", "role": "officer", "officer": forged, "force": "south-wales", "avatar": "/x"}
    person = (await house.caller().post("/guest", body)).json["person"]
    assert (person["role"], person["officer"]) == ("guest", None)
    changed = await house.caller(cast.rosa).patch("/me", {"name": "Rosa", "role": "officer", "officer": forged})
    shown = {"id": cast.rosa.id, "name": "Rosa", "role": "resident", "officer": None, "partner": None}
    assert changed.json == shown | {"avatar": changed.json["avatar"]}


async def test_a_visitor_joins_by_form_and_is_back_where_they_were(house: House, browser: NewBrowser) -> None:
    visitor = browser()
    await visitor.get("/guest?back=/neighbourhoods")
    before = visitor.token
    answer = await visitor.post("/guest", name="Gwenllian", back="/neighbourhoods")
    assert (answer.status, answer.headers["Location"]) == (303, "/neighbourhoods")
    assert visitor.token != before
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Max-Age=2592000" in cookie
    assert "Gwenllian" in (await visitor.get("/account")).text


async def test_a_refused_name_stays_in_the_form(house: House, browser: NewBrowser) -> None:
    visitor = browser()
    await visitor.get("/guest")
    answer = await visitor.post("/guest", name='PC "Gwen"', back="/neighbourhoods")
    assert answer.status == 422
    assert 'value="PC &#34;Gwen&#34;"' in answer.text
    assert 'value="/neighbourhoods"' in answer.text


async def test_a_visitor_with_a_residents_name_is_asked_in_the_form_for_an_initial(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    await Person.filter(id=cast.rosa.id).update(name="Rosa Jones", name_skeleton=name_skeleton("Rosa Jones"))
    visitor = browser()
    await visitor.get("/guest")
    answer = await visitor.post("/guest", name="Rosa Jones", back="/neighbourhoods")
    assert answer.status == 422
    assert 'value="Rosa Jones"' in answer.text
    assert "Somebody with an account has that name" in answer.text


async def test_who_is_somebody_already_stays_who_they_are(house: House, cast: Cast, browser: NewBrowser) -> None:
    rosa = browser(cast.rosa)
    await rosa.get("/account")
    assert (await rosa.post("/guest", name="Gwenllian", back="/")).status == 303
    assert rosa.token == cast.rosa.token
    assert await Person.filter(name="Gwenllian").count() == 0


async def test_one_address_can_not_fill_the_house_with_guests(house: House, cast: Cast) -> None:
    statuses = [(await house.caller().post("/guest", {"name": f"Gwen {n}"})).status for n in range(301)]
    assert statuses == [201] * 300 + [429]


async def test_joining_is_written_down(house: House, cast: Cast) -> None:
    person = (await house.caller().post("/guest", {"name": "Gwenllian"})).json["person"]
    entry = await AuditEntry.get(act="guest.join")
    assert (entry.actor_id, entry.actor_role, entry.subject_id) == (person["id"], "guest", person["id"])


@pytest.mark.parametrize("name", [None, 7, {}, "x" * 10_000])
async def test_a_name_of_the_wrong_kind_is_refused(house: House, name: object) -> None:
    assert (await house.caller().post("/guest", {"name": name})).status == 422

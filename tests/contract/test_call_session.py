"""POST and DELETE /session, POST /guest, GET and PATCH /me."""

import pytest

from accounts.models import Person
from accounts.passwords import hash_password
from tests.cast import HOME, Cast
from tests.house import House

PASSWORD = "correct horse battery"


@pytest.fixture
async def password(house: House, cast: Cast) -> str:
    """Rosa's password."""
    await Person.filter(id=cast.rosa.id).update(password_hash=await hash_password(PASSWORD))
    return PASSWORD


async def test_rosa_signs_in_and_out(house: House, cast: Cast, password: str):
    answer = await house.caller().post("/session", {"email": "Rosa@Example.org", "password": password})
    assert (answer.status, set(answer.json)) == (201, {"token", "expires_at", "person"})
    person = answer.json["person"]
    assert person | {"avatar": None} == {
        "id": cast.rosa.id, "name": "Rosa Jones", "role": "resident", "officer": None, "partner": None, "avatar": None
    }  # fmt: skip
    assert set(person["avatar"]) == {"src", "alt", "uniform", "layer"}
    rosa = house.caller(token=answer.json["token"])
    assert (await rosa.get("/me")).json["person"]["id"] == cast.rosa.id
    assert (await rosa.delete("/session")).status == 204
    assert (await rosa.get("/me")).status == 401
    assert (await house.caller(cast.rosa).get("/me")).status == 200, "her other device stays signed in"


async def test_a_wrong_password_and_an_unknown_address_look_the_same(house: House, cast: Cast, password: str):
    nobody = house.caller()
    wrong = await nobody.post("/session", {"email": "rosa@example.org", "password": "not hers at all"})
    unknown = await nobody.post("/session", {"email": "nobody@example.org", "password": password})
    assert (wrong.status, wrong.text) == (401, unknown.text)
    assert unknown.status == 401


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 422), ({"email": "rosa@example.org"}, 422), ({"email": 5, "password": []}, 422), ([], 422),
        ({"email": "", "password": ""}, 401), ({"email": "rosa@example.org", "password": "\x00" * 9000}, 401),
        ({"email": "x" * 9999, "password": "x"}, 401), ({"email": "r\u202eosa@example.org", "password": "x"}, 401),
    ],
)  # fmt: skip
async def test_a_sign_in_that_is_none_is_refused(house: House, cast: Cast, body: object, status: int):
    assert (await house.caller().post("/session", body)).status == status


async def test_thirty_sign_ins_a_minute_pass_and_a_flood_is_told_when_to_come_back(house: House, cast: Cast):
    answers = []
    for number in range(100):
        guess = {"email": f"guess-{number}@example.org", "password": "x"}
        answers.append(await house.caller().post("/session", guess))
        if answers[-1].status == 429:
            break
    assert len(answers) > 30
    assert {answer.status for answer in answers[:30]} == {401}
    assert (answers[-1].status, int(answers[-1].headers["Retry-After"]) > 0) == (429, True)


async def test_gwen_joins_under_a_name(house: House, cast: Cast):
    answer = await house.caller().post("/guest", {"name": "  Gwen   the Guest "})
    assert (answer.status, set(answer.json)) == (201, {"token", "person"})
    person = answer.json["person"]
    assert (person["name"], person["role"], person["officer"]) == ("Gwen the Guest", "guest", None)
    me = (await house.caller(token=answer.json["token"]).get("/me")).json
    assert me == {"person": person, "neighbourhood": None, "tier": "guest"}


@pytest.mark.parametrize(
    "name",
    ["PC Ada Okafor", "Ada 0kafor", "Аda Оkafor", "Sgt Hughes", "Police", "P0l1ce", "South Wales Police", "Moderator",
     "Constab1e Jones", "", "    ", "\u200b\u200b", "\u202e\u202d", "x" * 500, "\x00\x01", "Officer\u200b Dibble",
     "PCSO Jones", "999", "Gwen 🌸"],
)  # fmt: skip
async def test_a_name_that_looks_like_the_police_or_like_nothing_is_refused(house: House, cast: Cast, name: str):
    answer = await house.caller().post("/guest", {"name": name})
    assert answer.status == 422, answer.text
    assert [error["field"] for error in answer.json["errors"]] == ["name"]


@pytest.mark.parametrize("name", ["Siân", "O'Brien", "Łukasz", "محمد", "李小龙", "Scunthorpe Pete", "Di"])
async def test_a_name_of_a_neighbour_is_taken(house: House, cast: Cast, name: str):
    answer = await house.caller().post("/guest", {"name": name})
    assert answer.status == 201, answer.text


async def test_me_says_where_rosa_lives_and_how_well_she_is_known(house: House, cast: Cast):
    me = (await house.caller(cast.rosa).get("/me")).json
    assert (me["person"]["name"], me["neighbourhood"]) == ("Rosa Jones", HOME)
    assert me["tier"] in {"email", "postcode", "confirmed"}


async def test_nobody_is_nobody(house: House, cast: Cast):
    for token in (None, "dead", "é", "reader.x.y", "x" * 5000):
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        assert (await house.caller().get("/me", headers=headers)).status == 401


async def test_gwen_changes_her_name_but_not_into_a_constable(house: House, cast: Cast):
    gwen = house.caller(cast.gwen)
    changed = await gwen.patch("/me", {"name": "Gwenllian"})
    assert (changed.status, changed.json["name"]) == (200, "Gwenllian")
    assert (await gwen.patch("/me", {"name": "PC Gwen"})).status == 422
    assert (await gwen.patch("/me", {"officer": {"rank": "PC"}, "role": "officer"})).json["officer"] is None
    assert (await gwen.get("/me")).json["person"]["role"] == "guest"


async def test_the_description_says_which_calls_need_a_sign_in(house: House, cast: Cast):
    """A call that a reader is never let into says so, signing out among them."""
    paths = (await house.caller().get("/openapi.json")).json["paths"]
    for path, method in (("/session", "delete"), ("/me", "get"), ("/me", "patch"), ("/surgeries", "post")):
        assert paths[f"/api/v1{path}"][method]["security"] == [{"bearer": []}, {"cookie": []}], (method, path)
        assert (await house.caller().send(method.upper(), f"/api/v1{path}")).status == 401
    assert "security" not in paths["/api/v1/session"]["post"]

"""POST /check and what GET /officers/{id} says of duty, GET /me's tiers, PATCH /me, and POST /session with a code."""

import pyotp

from accounts.factors.app_service import set_app
from accounts.factors.drafts import Draft
from accounts.factors.totp import new_secret
from accounts.models import Person
from accounts.passwords import hash_password
from foundation import clock
from foundation.database import atomic
from tests.cast import HOME, Cast
from tests.house import House
from tests.rooms_from_outside import Room

PASSWORD = "correct horse battery"


async def _code_of(room: Room) -> str:
    duty = (await room.house.caller().get(f"/officers/{room.host.id}")).json["on_duty"]
    assert set(duty) == {"code", "until", "surgery"}
    assert duty["surgery"]["id"] == room.id
    return str(duty["code"])


async def test_anybody_checks_adas_words_and_gets_officer_surgery_and_until(room: Room, cast: Cast):
    code = await _code_of(room)
    surgery = (await room.house.caller().get(f"/surgeries/{room.id}")).json
    for member in (None, cast.gwen, cast.rosa, cast.huw):
        answer = await room.house.caller(member).post("/check", {"code": code})
        assert (answer.status, set(answer.json)) == (200, {"officer", "surgery", "until"})
        assert answer.json["surgery"] == surgery
        assert answer.json["until"].endswith("Z")
        officer = (await room.house.caller().get(f"/officers/{cast.ada.id}")).json
        assert answer.json["officer"] == {name: value for name, value in officer.items() if name != "on_duty"}


async def test_words_of_nobody_are_404_and_old_ones_410_each_with_a_sentence(room: Room, cast: Cast):
    code = await _code_of(room)
    unknown = await room.house.caller().post("/check", {"code": " ".join(reversed(code.split()))})
    await room.act("close")
    old = await room.house.caller().post("/check", {"code": code})
    for answer, status in ((unknown, 404), (old, 410)):
        assert answer.status == status
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.json["status"] == status
        assert answer.json["detail"]
        assert "Okafor" not in answer.text
    assert (await room.house.caller().get(f"/officers/{cast.ada.id}")).json["on_duty"] is None


async def test_me_says_how_well_somebody_is_known(house: House, cast: Cast):
    rosas = Person.filter(id=cast.rosa.id)
    told = [(await house.caller(cast.gwen).get("/me")).json, (await house.caller(cast.rosa).get("/me")).json]
    for column in ("postcode_given_at", "confirmed_at"):
        await rosas.update(**{column: clock.now()})
        told.append((await house.caller(cast.rosa).get("/me")).json)
    assert [me["tier"] for me in told] == ["guest", "email", "postcode", "confirmed"]
    assert [me["neighbourhood"] for me in told] == [None, HOME, HOME, HOME]
    assert all(set(me) == {"person", "neighbourhood", "tier"} and "tier" not in me["person"] for me in told)


async def test_patching_me_answers_with_the_person_422_and_409(house: House, cast: Cast):
    rosa = house.caller(cast.rosa)
    offered = "peep-afro-sky"
    changed = await rosa.patch("/me", {"name": "Rosa M. Jones", "avatar": offered})
    assert (changed.status, changed.json["name"], changed.json["role"]) == (200, "Rosa M. Jones", "resident")
    assert offered in changed.json["avatar"]["src"]
    for refused in ({"name": "PC Rosa"}, {"name": "Ada Okafor"}, {"name": ""}, {"avatar": "uniform"}):
        answer = await rosa.patch("/me", refused)
        assert (answer.status, [error["field"] for error in answer.json["errors"]]) == (422, list(refused)), refused
    taken = await house.caller(cast.amir).patch("/me", {"name": "Rosa M. Jones"})
    assert (taken.status, bool(taken.json["detail"])) == (409, True)
    assert (await rosa.get("/me")).json["person"] == changed.json


async def test_ada_signs_in_with_password_and_code(house: House, cast: Cast):
    secret = new_secret()
    await Person.filter(id=cast.ada.id).update(password_hash=await hash_password(PASSWORD))
    await atomic(lambda: set_app(house.app, cast.ada.id, Draft(cast.ada.id, secret, None), 0))
    asked = {"email": "ada@example.org", "password": PASSWORD}
    without = await house.caller().post("/session", asked)
    assert (without.status, without.json["type"].endswith("code_needed")) == (401, True)
    code = pyotp.TOTP(secret).at(int(clock.now().timestamp()))
    answer = await house.caller().post("/session", {**asked, "code": code})
    assert (answer.status, set(answer.json)) == (201, {"token", "expires_at", "person"})
    assert answer.json["person"]["officer"]["number"] == "4127"
    assert (await house.caller().post("/session", {**asked, "code": code})).status == 401

"""Where a partner is treated as staff are, and where as nobody of the force."""

import msgspec
import pytest

from accounts.names.checking import check_name
from accounts.names.collisions import take_names_like
from accounts.passwords import hash_password
from accounts.people import NewPerson, persons
from accounts.sessions.starting import STAFF_LASTS, start_session
from accounts.store import add_person, set_password
from foundation import clock
from foundation.database import atomic
from foundation.errors import Invalid
from foundation.permissions import Role
from tests.accounts.browsing import NewBrowser
from tests.accounts.conftest import PASSWORD
from tests.cast import Cast, Member
from tests.clients import Caller
from tests.guest_hosts import BADGE, add_partner
from tests.house import House


@pytest.fixture
async def jo(house: House, cast: Cast) -> Member:
    return await add_partner()


async def test_jos_sign_in_ends_after_twelve_hours_and_not_a_month(house: House, cast: Cast) -> None:
    jo = await add_partner()
    started = await atomic(lambda: start_session(jo.id, Role.PARTNER, "here"))
    assert started.expires_at - clock.now() <= STAFF_LASTS


async def test_jo_does_not_leave_alone(browser: NewBrowser, jo: Member) -> None:
    page = browser(jo)
    assert (await page.get("/account/close")).status == 403
    assert "/account/close" not in (await page.get("/account")).text
    assert (await page.post("/account/close", words="go", sure="yes")).status == 403


async def test_jos_name_and_address_are_the_records(house: House, browser: NewBrowser, jo: Member) -> None:
    refused = await house.caller(jo).patch("/me", {"name": "Cardiff Police"})
    assert refused.status == 403
    assert "on the force’s record" in refused.json["detail"]
    assert (await browser(jo).get("/account/email")).status == 403
    assert (await persons([jo.id]))[jo.id]["name"] == "Jo Bevan"


async def test_jo_has_the_page_to_change_how_to_sign_in(browser: NewBrowser, jo: Member) -> None:
    assert "/account/sign-in" in (await browser(jo).get("/account")).text


async def test_jo_is_never_in_uniform(house: House, jo: Member) -> None:
    me = (await house.caller(jo).get("/me")).json["person"]
    assert (me["avatar"]["uniform"], me["avatar"]["layer"]) == (False, None)
    assert (await house.caller(jo).patch("/me", {"avatar": "officer-beard-sun"})).status == 422


async def test_nothing_that_jo_sends_changes_the_badge(house: House, jo: Member) -> None:
    forged = {"partner": {"organisation": "South Wales Police", "post": ""}, "officer": {"rank": "PC"}}
    await house.caller(jo).patch("/me", {"avatar": "peep-wavy-rose", **forged})
    me = (await house.caller(jo).get("/me")).json["person"]
    assert (me["partner"], me["officer"]) == (BADGE, None)


async def test_rosa_forges_no_partner(house: House, cast: Cast) -> None:
    answer = await house.caller(cast.rosa).patch(
        "/me", {"avatar": "peep-wavy-rose", "partner": BADGE, "role": "partner"}
    )
    assert answer.json["partner"] is None
    assert answer.json["role"] == "resident"


async def test_nobody_takes_jos_name(house: House, jo: Member) -> None:
    for name in ("Jo Bevan", "J0 Bevan", "JoBevan"):
        answer = await house.caller().post("/guest", {"name": name})
        assert answer.status == 422, name
    with pytest.raises(Invalid):
        await check_name("Jo Bevan")


async def test_jo_keeps_the_name_when_an_officer_comes_who_has_it(house: House, cast: Cast, jo: Member) -> None:
    officer = await atomic(
        lambda: add_person(
            NewPerson("Jo Bevan", Role.OFFICER, force="south-wales", rank="PC", number="9", confirmed=True)
        )
    )
    assert await atomic(lambda: take_names_like("Jo Bevan", officer)) == []
    assert (await persons([jo.id]))[jo.id]["name"] == "Jo Bevan"


async def test_jo_takes_the_organisation_away_in_a_copy_of_the_account(browser: NewBrowser, jo: Member) -> None:
    page = browser(jo)
    await page.get("/account/export")
    answer = await page.post("/account/export")
    if answer.status == 303:
        answer = await page.get(answer.headers["Location"])
    assert "Cardiff Council" in answer.text


async def test_jo_needs_no_vouching(browser: NewBrowser, jo: Member) -> None:
    page = browser(jo)
    await page.get("/account")
    answer = await page.get("/account/confirm")
    assert answer.status in (403, 200)
    assert "You are here as a guest" not in answer.text


async def test_jo_is_not_of_the_staff(house: House, browser: NewBrowser, jo: Member) -> None:
    page = browser(jo)
    for path in ("/admin/people", "/admin/people/new", "/admin/holds", "/account/codes"):
        assert (await page.get(path)).status == 403, path
    assert "/admin/people" not in (await page.get("/")).text
    caller: Caller = house.caller(jo)
    assert (await caller.post("/moderation/screen", {"text": "hello"})).status == 403
    when = {"starts_at": "2027-01-01T18:00:00Z", "ends_at": "2027-01-01T19:00:00Z"}
    refused = await caller.post("/surgeries", {"neighbourhood": "cathays", "title": "Mine", **when})
    assert refused.status == 403
    assert (await caller.get(f"/officers/{jo.id}")).status == 404
    assert (await caller.get(f"/officers/{jo.id}/calendar.ics")).status == 404


async def test_the_description_of_the_api_has_partners(house: House) -> None:
    document = msgspec.json.decode((await house.caller().get("/openapi.json")).text)
    person = document["components"]["schemas"]["PublicPerson"]
    assert "partner" in person["required"]


async def test_a_password_alone_does_not_let_jo_in(house: House, jo: Member) -> None:
    await set_password(jo.id, await hash_password(PASSWORD))
    refused = await house.caller().post("/session", {"email": jo.email, "password": PASSWORD})
    assert refused.status == 401
    assert "need more than a password" in refused.json["detail"]

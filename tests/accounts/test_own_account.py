"""One's own account: name, devices, language; and that of others, which is not to be had."""

import asyncio

from accounts.models import Session
from accounts.ports import PERSON_CHANGED
from accounts.sessions.starting import start_session
from foundation.audit.reading import entries_about
from foundation.models import AuditEntry
from tests.accounts.browsing import Browser, NewBrowser
from tests.cast import Cast
from tests.house import House


async def test_rosa_changes_her_name(house: House, cast: Cast) -> None:
    answer = await house.caller(cast.rosa).patch("/me", {"name": "Rosa of Cathays"})
    assert (answer.status, answer.json["name"]) == (200, "Rosa of Cathays")
    assert (await house.caller(cast.rosa).get("/me")).json["person"]["name"] == "Rosa of Cathays"
    [entry] = [each for each in await entries_about("person", cast.rosa.id) if each["act"] == "person.rename"]
    assert (entry["actor_id"], entry["details"]) == (cast.rosa.id, {}), "names stand apart, to be erased one day"
    assert entry["personal"] == {"before": "Rosa Jones", "after": "Rosa of Cathays"}


async def test_screens_are_told_of_a_new_name_after_it_is_kept(house: House, cast: Cast) -> None:
    heard = []

    async def hear(person: str) -> None:
        heard.append((await house.caller(cast.rosa).get("/me")).json["person"]["name"])
        assert person == cast.rosa.id

    house.app._state[PERSON_CHANGED] = hear
    await house.caller(cast.rosa).patch("/me", {"name": "PC Rosa"})
    assert heard == []
    await house.caller(cast.rosa).patch("/me", {"name": "Rosa of Cathays"})
    assert heard == ["Rosa of Cathays"]


async def test_rosa_can_not_become_amir_or_an_officer(house: House, cast: Cast) -> None:
    rosa = house.caller(cast.rosa)
    taken = await rosa.patch("/me", {"name": "Amir  KHAN"})
    assert (taken.status, taken.json["errors"][0]["field"]) == (409, "name")
    assert (await rosa.patch("/me", {"name": "Ada Okafor"})).status == 422
    assert (await rosa.patch("/me", {"name": "Rosa Jones"})).status == 200, "one's own name is not taken"
    assert (await rosa.patch("/me", {"avatar": "officer"})).status == 422
    assert (await rosa.get("/me")).json["person"]["name"] == "Rosa Jones"


async def test_an_officers_name_is_changed_by_the_force_alone(house: House, cast: Cast) -> None:
    assert (await house.caller(cast.ada).patch("/me", {"name": "Somebody Else"})).status == 403


async def test_a_reader_has_no_account(house: House, cast: Cast, browser: NewBrowser) -> None:
    assert (await house.caller().get("/me")).status == 401
    assert (await house.caller().patch("/me", {"name": "Nobody"})).status == 401
    reader = browser()
    answer = await reader.get("/account")
    assert (answer.status, answer.headers["Location"]) == (303, "/sign-in?back=/account")


async def test_rosa_renames_herself_on_her_page(house: House, cast: Cast, browser: NewBrowser) -> None:
    rosa = browser(cast.rosa)
    assert "Cathays" in (await rosa.get("/account")).text
    refused = await rosa.post("/account/name", name="PC Rosa")
    assert refused.status == 422
    assert 'value="PC Rosa"' in refused.text
    answer = await rosa.post("/account/name", name="Rosa of Cathays")
    assert answer.headers["Location"] == "/account?renamed"
    assert "Your name is changed" in (await rosa.get("/account?renamed")).text


async def _second_device(cast: Cast) -> str:
    """Another sign-in of Rosa's; gives its token."""
    return (await start_session(cast.rosa.id, cast.rosa.role, "Safari, iPhone")).token


async def test_rosa_ends_the_sign_in_on_the_phone_she_lost(house: House, cast: Cast, browser: NewBrowser) -> None:
    token = await _second_device(cast)
    phone, here = await house.live(token=token), await house.live(cast.rosa)
    rosa = browser(cast.rosa)
    page = await rosa.get("/account")
    assert "Safari, iPhone" in page.text
    lost = await Session.get(device="Safari, iPhone")
    assert (await rosa.post(f"/account/sessions/{lost.id}/end")).headers["Location"] == "/account?ended"
    await asyncio.wait_for(phone.ended.wait(), 2)
    assert (await house.caller(token=token).get("/me")).status == 401
    assert not here.ended.is_set()
    assert "Safari, iPhone" not in (await rosa.get("/account")).text


async def test_olga_can_not_end_rosas_sign_in(house: House, cast: Cast, browser: NewBrowser) -> None:
    olga: Browser = browser(cast.olga)
    await olga.get("/account")
    for session in (cast.rosa.session, "%00", "x" * 300):
        assert (await olga.post(f"/account/sessions/{session}/end")).status == 404
    assert (await house.caller(cast.rosa).get("/me")).status == 200


async def test_signing_out_everywhere_leaves_nothing_open(house: House, cast: Cast, browser: NewBrowser) -> None:
    token = await _second_device(cast)
    phone, here, amir = await house.live(token=token), await house.live(cast.rosa), await house.live(cast.amir)
    rosa = browser(cast.rosa)
    await rosa.get("/account")
    assert (await rosa.post("/account/sign-out-everywhere")).status == 303
    await asyncio.wait_for(asyncio.gather(phone.ended.wait(), here.ended.wait()), 2)
    for dead in (token, cast.rosa.token):
        assert (await house.caller(token=dead).get("/me")).status == 401
    assert not amir.ended.is_set()
    assert await AuditEntry.filter(act="session.end_all", actor_id=cast.rosa.id).count() == 1


async def test_the_language_is_remembered_and_leads_back(house: House, browser: NewBrowser) -> None:
    reader = browser()
    answer = await reader.get("/language/cy?back=/neighbourhoods%3Fq%3Dcathays")
    assert (answer.status, answer.headers["Location"]) == (303, "/neighbourhoods?q=cathays")
    assert '<html lang="cy"' in (await reader.get("/sign-in")).text
    assert (await reader.get("/language/en?back=//evil.example")).headers["Location"] == "/"
    assert (await reader.get("/language/xx")).status == 404

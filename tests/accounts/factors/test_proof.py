"""Asked again before what matters: after fifteen minutes, on a page and by JSON."""

import asyncio
from datetime import timedelta

import pytest

from accounts.factors.proof import check_proved
from accounts.sessions.viewers import viewer_of_token
from foundation import clock
from foundation.errors import ProofNeeded
from foundation.models import AuditEntry
from tests.accounts.browsing import NewBrowser
from tests.accounts.conftest import PASSWORD
from tests.accounts.factors.conftest import GivePhone
from tests.cast import Cast
from tests.house import House

METHODS = "/account/sign-in-methods"
QUARTER = timedelta(minutes=15, seconds=1)


async def test_a_sign_in_is_a_proof_for_fifteen_minutes(cast: Cast, house: House, browser: NewBrowser) -> None:
    ada = browser(cast.ada)
    assert (await ada.get(METHODS)).status == 200
    clock.move(QUARTER)
    answer = await ada.get(METHODS)
    assert (answer.status, answer.headers["Location"]) == (303, f"/prove?back={METHODS}")


async def test_ada_proves_it_and_goes_on_under_a_new_token(
    cast: Cast, house: House, give_phone: GivePhone, browser: NewBrowser
) -> None:
    phone, ada, live = await give_phone(cast.ada), browser(cast.ada), await house.live(cast.ada)
    clock.move(QUARTER)
    await ada.get(f"/prove?back={METHODS}")
    answer = await ada.post("/prove", password=PASSWORD, code=phone.code(), back=METHODS)
    assert (answer.status, answer.headers["Location"]) == (303, METHODS)
    assert ada.token != cast.ada.token
    assert (await ada.get(METHODS)).status == 200
    assert (await house.caller(cast.ada).get("/me")).status == 401, "whoever knew the old token has nothing"
    await asyncio.wait_for(live.ended.wait(), 2)
    entry = await AuditEntry.get(act="session.prove")
    assert (entry.actor_id, entry.address, entry.details) == (cast.ada.id, "127.0.0.0/24", {"method": "code"})


async def test_rosa_proves_it_with_her_password_alone(cast: Cast, give_phone: GivePhone, browser: NewBrowser) -> None:
    rosa = browser(cast.rosa)
    page = await rosa.get("/prove?back=/account")
    assert 'name="code"' not in page.text
    answer = await rosa.post("/prove", password=PASSWORD, back="/account")
    assert (answer.status, answer.headers["Location"]) == (303, "/account")


@pytest.mark.parametrize(
    ("password", "code", "sentence"),
    [
        ("wrong wrong wrong", None, "The password is wrong"),
        (PASSWORD, "", "Enter the six digits"),
        (PASSWORD, "000000", "That code is wrong"),
    ],
)
async def test_half_a_proof_is_none(
    cast: Cast, give_phone: GivePhone, browser: NewBrowser, password: str, code: str | None, sentence: str
) -> None:
    phone, ada = await give_phone(cast.ada), browser(cast.ada)
    clock.move(QUARTER)
    await ada.get("/prove")
    answer = await ada.post("/prove", password=password, code=phone.code() if code is None else code)
    assert answer.status == 401
    assert sentence in answer.text
    assert (await ada.get(METHODS)).status == 303
    assert (ada.token, await AuditEntry.filter(act="session.prove").count()) == (cast.ada.token, 0)


async def test_who_found_a_session_open_does_not_guess_the_password_for_long(
    cast: Cast, give_phone: GivePhone, browser: NewBrowser
) -> None:
    rosa = browser(cast.rosa)
    await rosa.get("/prove")
    answers = [await rosa.post("/prove", password=f"guess number {number}") for number in range(21)]
    assert [answer.status for answer in answers] == [401] * 20 + [429]


async def test_a_proof_never_leads_to_another_site(cast: Cast, give_phone: GivePhone, browser: NewBrowser) -> None:
    rosa = browser(cast.rosa)
    await rosa.get("/prove?back=https://evil.example")
    answer = await rosa.post("/prove", password=PASSWORD, back="//evil.example")
    assert answer.headers["Location"] == "/"


async def test_somebody_signed_out_is_asked_to_sign_in(house: House, browser: NewBrowser) -> None:
    answer = await browser().get("/prove?back=/account")
    assert answer.headers["Location"].startswith("/sign-in")


async def test_a_client_is_told_by_the_type_what_is_wanted(cast: Cast, house: House) -> None:
    clock.move(QUARTER)
    answer = await house.caller(cast.ada).send(
        "POST", "/api/v1/passkeys/options", json={"purpose": "add"}, headers={"Host": "localhost"}
    )
    assert (answer.status, answer.json["type"]) == (403, "urn:bluelamp:problem:prove")
    assert "show once more that it is you" in answer.json["detail"]


async def test_a_guest_has_nothing_to_prove_it_with_and_is_not_asked(cast: Cast, house: House) -> None:
    clock.move(QUARTER)
    gwen, ada = await viewer_of_token(cast.gwen.token), await viewer_of_token(cast.ada.token)
    assert gwen
    assert ada
    check_proved(gwen)
    with pytest.raises(ProofNeeded):
        check_proved(ada)

"""Signing in and out, by JSON and by form."""

import asyncio

import pytest

from accounts import sign_in_service
from accounts.factors.app_service import set_app
from accounts.factors.drafts import Draft
from accounts.factors.totp import new_secret
from accounts.models import Person, Session
from accounts.sessions.starting import LASTS, STAFF_LASTS
from foundation import clock
from foundation.database import atomic
from foundation.errors import NotSignedIn, TooFast
from foundation.models import AuditEntry
from tests.accounts.browsing import NewBrowser
from tests.accounts.conftest import PASSWORD
from tests.cast import Cast, Member
from tests.house import House

pytestmark = pytest.mark.usefixtures("everyone_has_a_password")


async def _sign_in(house: House, email: str, password: str = PASSWORD, code: str | None = None):
    return await house.caller().post("/session", {"email": email, "password": password, "code": code})


async def _code_of(house: House, member: Member) -> str:
    """A recovery code of somebody on the staff, who is given an app with it."""
    draft = Draft(member.id, new_secret(), None)
    return (await atomic(lambda: set_app(house.app, member.id, draft, 0)))[0]


async def test_rosa_signs_in_and_is_herself(house: House, cast: Cast) -> None:
    answer = await _sign_in(house, "  Rosa@Example.ORG ")
    assert answer.status == 201
    assert set(answer.json) == {"token", "expires_at", "person"}
    shown = {"id": cast.rosa.id, "name": "Rosa Jones", "role": "resident", "officer": None, "partner": None}
    assert answer.json["person"] == shown | {"avatar": answer.json["person"]["avatar"]}
    me = await house.caller(token=answer.json["token"]).get("/me")
    assert me.json == {"person": answer.json["person"], "neighbourhood": "cathays", "tier": "email"}


async def test_pc_okafor_signs_in_with_her_badge(house: House, cast: Cast) -> None:
    answer = await _sign_in(house, "ada@example.org", code=await _code_of(house, cast.ada))
    badge = {"rank": "PC", "number": "4127", "verified": True, "page": f"/officers/{cast.ada.id}"}
    assert answer.json["person"]["officer"] == badge


async def test_a_stranger_can_not_tell_a_wrong_password_from_an_unknown_address(house: House, cast: Cast) -> None:
    answers = [
        await _sign_in(house, "rosa@example.org", "wrong wrong wrong"),
        await _sign_in(house, "nobody@example.org"),
        await _sign_in(house, "not an address\x00"),
        await _sign_in(house, "rosa@example.org", "x" * 5000),
    ]
    assert {answer.status for answer in answers} == {401}
    assert len({answer.text for answer in answers}) == 1
    assert answers[0].headers["Content-Type"] == "application/problem+json"


async def test_a_suspended_officer_is_out_and_stays_out(house: House, cast: Cast) -> None:
    assert (await house.caller(cast.ada).get("/me")).status == 200
    await Person.filter(id=cast.ada.id).update(suspended_at=clock.now())
    assert (await house.caller(cast.ada).get("/me")).status == 401
    assert (await _sign_in(house, "ada@example.org")).text == (await _sign_in(house, "nobody@example.org")).text


async def test_staff_are_signed_out_after_twelve_hours_and_residents_after_thirty_days(
    house: House, cast: Cast
) -> None:
    code = await _code_of(house, cast.ada)
    officer = house.caller(token=(await _sign_in(house, "ada@example.org", code=code)).json["token"])
    resident = house.caller(token=(await _sign_in(house, "rosa@example.org")).json["token"])
    clock.move(STAFF_LASTS)
    assert (await officer.get("/me")).status == 401
    assert (await resident.get("/me")).status == 200
    clock.move(LASTS - STAFF_LASTS)
    assert (await resident.get("/me")).status == 401


async def test_the_database_holds_no_token_and_no_password(house: House, cast: Cast) -> None:
    token = (await _sign_in(house, "rosa@example.org")).json["token"]
    kept = [
        *await Session.all().values_list("token_hash", flat=True),
        *await Person.all().values_list("password_hash", flat=True),
    ]
    assert not any(token in str(each) or PASSWORD in str(each) for each in kept)
    assert "$argon2id$v=19$m=19456,t=2,p=1$" in str((await Person.get(id=cast.rosa.id)).password_hash)


async def test_thirty_sign_ins_a_minute_from_one_address_pass(house: House) -> None:
    answers = await asyncio.gather(*(_sign_in(house, "rosa@example.org") for _ in range(30)))
    assert {answer.status for answer in answers} == {201}


async def test_who_guesses_rosas_password_is_stopped_and_told_how_long(house: House) -> None:
    guesses = await asyncio.gather(*(_sign_in(house, "rosa@example.org", f"guess number {n}") for n in range(25)))
    assert sorted(answer.status for answer in guesses) == [401] * 20 + [429] * 5
    late = await _sign_in(house, "ROSA@example.org ")
    assert late.status == 429, "the right password must wait too, or the throttle tells it"
    assert int(late.headers["Retry-After"]) > 0
    assert (await _sign_in(house, "amir@example.org")).status == 201


async def test_many_guesses_at_once_are_no_more_than_many_in_turn(house: House) -> None:
    guesses = [*(f"guess number {n}" for n in range(20)), PASSWORD]
    tries = (sign_in_service.sign_in(house.app, "rosa@example.org", guess, "192.0.2.1", "") for guess in guesses)
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [NotSignedIn] * 20 + [TooFast]


async def test_nobody_locks_rosa_out_by_guessing_from_elsewhere(house: House) -> None:
    for n in range(21):
        with pytest.raises((NotSignedIn, TooFast)):
            await sign_in_service.sign_in(house.app, "rosa@example.org", f"guess number {n}", "192.0.2.1", "")
    assert (await _sign_in(house, "rosa@example.org")).status == 201


async def test_who_remembers_their_password_may_forget_it_again(house: House) -> None:
    for _ in range(2):
        for n in range(15):
            assert (await _sign_in(house, "rosa@example.org", f"guess number {n}")).status == 401
        assert (await _sign_in(house, "rosa@example.org")).status == 201


async def test_one_address_can_not_try_many_accounts(house: House) -> None:
    answers = [await _sign_in(house, f"guess{n}@example.org") for n in range(61)]
    assert [answer.status for answer in answers] == [401] * 60 + [429]
    assert answers[-1].json["type"].endswith("too_fast")


async def test_signing_out_ends_the_token_and_the_live_connection(house: House, cast: Cast) -> None:
    live, other = await house.live(cast.rosa), await house.live(cast.amir)
    assert (await house.caller(cast.rosa).delete("/session")).status == 204
    await asyncio.wait_for(live.ended.wait(), 2)
    assert (await house.caller(cast.rosa).get("/me")).status == 401
    assert await house.refuses_live({"token": cast.rosa.token})
    assert not other.ended.is_set()


async def test_a_reader_has_nothing_to_sign_out_of(house: House) -> None:
    assert (await house.caller().delete("/session")).status == 401


async def test_who_is_signed_out_already_may_still_press_sign_out(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    first, second = browser(cast.rosa), browser(cast.rosa)
    for tab in (first, second):
        await tab.get("/account")
    assert (await first.post("/sign-out")).headers["Location"] == "/"
    answer = await second.post("/sign-out")
    assert (answer.status, answer.headers["Location"]) == (303, "/")


@pytest.mark.parametrize("path", ["/avatars/photos/0000000000000000/64.webp", "/avatars/none.svg", "/static/none.js"])
async def test_a_picture_that_is_gone_signs_nobody_out(
    house: House, cast: Cast, browser: NewBrowser, path: str
) -> None:
    """A room asks for the photo that its officer had a moment ago."""
    rosa = browser(cast.rosa)
    assert (await rosa.get(path)).status == 404
    assert (await rosa.get("/account")).status == 200
    assert "Set-Cookie" not in (await browser().get(path)).headers


@pytest.mark.parametrize("body", ["{", '{"email": 1, "password": "x"}', '{"email": "a@b.c"}', "[]", '"\\ud800"'])
async def test_a_body_that_is_no_sign_in_is_refused_in_a_sentence(house: House, body: str) -> None:
    answer = await house.caller().send(
        "POST", "/api/v1/session", data=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status in (400, 422)
    assert answer.json["detail"]


async def test_the_form_gives_a_new_token_each_time(house: House, cast: Cast, browser: NewBrowser) -> None:
    reader = browser()
    await reader.get("/sign-in?back=/neighbourhoods")
    given_before = reader.token
    answer = await reader.post("/sign-in", email="rosa@example.org", password=PASSWORD, back="/neighbourhoods")
    assert (answer.status, answer.headers["Location"]) == (303, "/neighbourhoods")
    assert reader.token not in (None, given_before)
    assert "Rosa Jones" in (await reader.get("/account")).text


async def test_signing_in_as_somebody_else_ends_who_one_was(house: House, cast: Cast, browser: NewBrowser) -> None:
    gwen, live = browser(cast.gwen), await house.live(cast.gwen)
    await gwen.get("/sign-in")
    await gwen.post("/sign-in", email="rosa@example.org", password=PASSWORD)
    await asyncio.wait_for(live.ended.wait(), 2)
    assert (await house.caller(cast.gwen).get("/me")).status == 401


async def test_the_form_comes_back_with_the_address_and_a_reason(browser: NewBrowser) -> None:
    reader = browser()
    await reader.get("/sign-in")
    answer = await reader.post("/sign-in", email="rosa@example.org", password="wrong wrong wrong")
    assert answer.status == 401
    assert "The e-mail address or the password is wrong" in answer.text
    assert 'value="rosa@example.org"' in answer.text
    assert "wrong wrong wrong" not in answer.text


async def test_another_sites_form_signs_nobody_in_or_out(house: House, cast: Cast, browser: NewBrowser) -> None:
    rosa = browser(cast.rosa)
    assert (await rosa.post_without_token("/sign-out")).status == 403
    assert (await rosa.post_without_token("/sign-in", email="amir@example.org", password=PASSWORD)).status == 403
    assert (await house.caller(cast.rosa).get("/me")).status == 200


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "//[",
        "//℀.example",
        "http://[",
    ],
)
async def test_signing_in_never_leads_to_another_site(browser: NewBrowser, back: str) -> None:
    reader = browser()
    await reader.get("/sign-in")
    answer = await reader.post("/sign-in", email="rosa@example.org", password=PASSWORD, back=back)
    assert answer.headers["Location"] == "/"


async def test_a_page_that_says_it_comes_from_nowhere_is_answered_all_the_same(browser: NewBrowser) -> None:
    reader = browser()
    await reader.get("/sign-in")
    reader._session.headers["Referer"] = "http://["
    assert (await reader.post("/sign-in", email="rosa@example.org", password="wrong wrong wrong")).status == 401


async def test_signing_out_on_the_page_clears_the_cookie(house: House, cast: Cast, browser: NewBrowser) -> None:
    rosa = browser(cast.rosa)
    await rosa.get("/account")
    assert (await rosa.post("/sign-out")).status == 303
    assert rosa.token is None
    assert (await house.caller(cast.rosa).get("/me")).status == 401


async def test_every_sign_in_and_failure_is_written_down_without_addresses(house: House, cast: Cast) -> None:
    await _sign_in(house, "rosa@example.org")
    await _sign_in(house, "rosa@example.org", "wrong wrong wrong")
    await _sign_in(house, "nobody@example.org")
    rows = await AuditEntry.all().order_by("id").values("act", "actor_id", "subject_id", "details")
    assert [(row["act"], row["actor_id"], row["subject_id"]) for row in rows] == [
        ("session.start", cast.rosa.id, cast.rosa.id),
        ("session.refuse", None, cast.rosa.id),
        ("session.refuse", None, ""),
    ]
    assert "example.org" not in str(rows)

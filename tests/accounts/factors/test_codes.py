"""Signing in with a password and the code of an authenticator app."""

import asyncio
from datetime import timedelta

import pytest

from accounts import store
from accounts.factors.code_service import actor_of, take_code
from accounts.factors.models import AuthenticatorApp, RecoveryCode
from accounts.factors.store import owner
from accounts.factors.totp import STEP
from foundation import clock
from foundation.database import atomic
from foundation.models import AuditEntry, OutboxMail
from tests.accounts.browsing import NewBrowser
from tests.accounts.conftest import PASSWORD
from tests.accounts.factors.conftest import GivePhone
from tests.cast import Cast
from tests.clients import Answer
from tests.house import House


async def _sign_in(house: House, code: str | None = None, password: str = PASSWORD, who: str = "ada") -> Answer:
    body = {"email": f"{who}@example.org", "password": password}
    return await house.caller().post("/session", {**body, "code": code} if code is not None else body)


async def test_ada_signs_in_with_her_password_and_the_code_of_her_app(
    house: House, cast: Cast, give_phone: GivePhone
) -> None:
    phone = await give_phone(cast.ada)
    assert (await _sign_in(house)).json["type"] == "urn:bluelamp:problem:code_needed"
    answer = await _sign_in(house, phone.code())
    assert answer.status == 201
    assert answer.json["person"]["id"] == cast.ada.id


@pytest.mark.parametrize("off", [-STEP, 0, STEP])
async def test_a_phone_whose_clock_is_one_step_off_still_opens(
    house: House, cast: Cast, give_phone: GivePhone, off: int
) -> None:
    phone = await give_phone(cast.ada)
    assert (await _sign_in(house, phone.code(off))).status == 201


@pytest.mark.parametrize("off", [-2 * STEP, 2 * STEP, 20 * STEP])
async def test_a_phone_whose_clock_is_further_off_does_not_and_she_is_told(
    house: House, cast: Cast, give_phone: GivePhone, off: int
) -> None:
    phone = await give_phone(cast.ada)
    answer = await _sign_in(house, phone.code(off))
    assert answer.status == 401
    assert "That code is wrong, or was used already" in answer.json["detail"]


async def test_a_code_opens_once_and_an_older_one_not_after_it(house: House, cast: Cast, give_phone: GivePhone) -> None:
    phone = await give_phone(cast.ada)
    older, now = phone.code(-STEP), phone.code()
    assert (await _sign_in(house, now)).status == 201
    assert [(await _sign_in(house, code)).status for code in (now, older)] == [401, 401]
    assert (await _sign_in(house, phone.code(STEP))).status == 201


async def test_one_code_in_two_tabs_at_once_lets_one_in(house: House, cast: Cast, give_phone: GivePhone) -> None:
    phone = await give_phone(cast.ada)
    code = phone.code()
    answers = await asyncio.gather(*(_sign_in(house, code) for _tab in range(2)))
    assert sorted(answer.status for answer in answers) == [201, 401]


async def test_one_code_in_two_processes_at_once_lets_one_in(house: House, cast: Cast, give_phone: GivePhone) -> None:
    """The turns that sign-ins of one account take are kept in a process; only the row is kept for all."""
    phone = await give_phone(cast.ada)
    ada, code = await owner(cast.ada.id), phone.code()
    tries = (atomic(lambda: take_code(house.app, ada, code, actor_of(ada, ""))) for _process in range(5))
    assert sorted(await asyncio.gather(*tries)) == [False] * 4 + [True]
    recovery = (atomic(lambda: take_code(house.app, ada, phone.recovery[0], actor_of(ada, ""))) for _each in range(5))
    assert sorted(await asyncio.gather(*recovery)) == [False] * 4 + [True]


async def test_a_recovery_code_opens_once_and_ada_is_told_how_many_are_left(
    house: House, cast: Cast, give_phone: GivePhone
) -> None:
    phone = await give_phone(cast.ada)
    assert len(set(phone.recovery)) == 10
    typed = f" {phone.recovery[3].upper().replace('-', ' ')} "
    assert (await _sign_in(house, typed)).status == 201
    assert (await _sign_in(house, phone.recovery[3])).status == 401
    mail = await OutboxMail.get(recipient="ada@example.org")
    assert mail.subject == "A recovery code was used"
    assert "9 recovery codes left" in mail.text
    assert "If this wasn’t you" in mail.text
    entry = await AuditEntry.get(act="factor.recovery_use")
    assert (entry.actor_id, entry.details) == (cast.ada.id, {"left": 9})
    assert entry.address == "127.0.0.0/24"


async def test_a_recovery_code_of_another_person_is_refused(house: House, cast: Cast, give_phone: GivePhone) -> None:
    await give_phone(cast.ada)
    huws = await give_phone(cast.huw)
    assert (await _sign_in(house, huws.recovery[0])).status == 401
    assert (await _sign_in(house, huws.recovery[0], who="huw")).status == 201


async def test_who_has_the_password_does_not_guess_the_code(house: House, cast: Cast, give_phone: GivePhone) -> None:
    phone = await give_phone(cast.ada)
    guesses = [await _sign_in(house, f"{guess:06}") for guess in range(11)]
    assert [answer.status for answer in guesses] == [401] * 10 + [429]
    late = await _sign_in(house, phone.code())
    assert late.status == 429, "the right code must wait too, or the throttle tells it"
    assert int(late.headers["Retry-After"]) > 0
    assert (await _sign_in(house, password="wrong wrong wrong")).status == 401


async def test_a_right_password_makes_no_room_for_more_guesses_at_it(
    house: House, cast: Cast, give_phone: GivePhone
) -> None:
    await give_phone(cast.ada)
    for guess in range(20):
        assert (await _sign_in(house, password=f"guess number {guess}")).status == 401
        if guess == 10:
            assert (await _sign_in(house)).json["type"].endswith("code_needed")
    assert (await _sign_in(house, password="the 21st guess")).status == 429


async def test_a_code_makes_a_wrong_password_no_better(house: House, cast: Cast, give_phone: GivePhone) -> None:
    phone = await give_phone(cast.ada)
    wrong = await _sign_in(house, phone.code(), "wrong wrong wrong")
    unknown = await _sign_in(house, phone.code(), who="nobody")
    assert (wrong.status, wrong.text) == (401, unknown.text)
    assert (await _sign_in(house, phone.code())).status == 201, "it was not used up by who had not the password"


@pytest.mark.usefixtures("everyone_has_a_password")
async def test_staff_do_not_sign_in_by_password_alone(house: House, cast: Cast) -> None:
    for who in ("ada", "mo", "dee"):
        answer = await _sign_in(house, who=who)
        assert (answer.status, answer.json["type"]) == (401, "urn:bluelamp:problem:factor_missing")
        assert "Ask an administrator of your force for a one-time link" in answer.json["detail"]
    assert (await _sign_in(house, who="rosa")).status == 201, "residents do"


@pytest.mark.parametrize("code", ["", "12345", "1234567", "１２３４５６", "abcdef", "\x00", "x" * 5000, "-", "²²²²²²"])
async def test_what_is_no_code_is_refused_in_a_sentence(
    house: House, cast: Cast, give_phone: GivePhone, code: str
) -> None:
    await give_phone(cast.ada)
    answer = await _sign_in(house, code)
    assert answer.status == 401
    assert answer.json["detail"]


async def test_nobody_reads_a_code_out_of_the_database(house: House, cast: Cast, give_phone: GivePhone) -> None:
    phone = await give_phone(cast.ada)
    kept = str(await AuthenticatorApp.all().values()) + str(await RecoveryCode.all().values())
    assert phone._app.secret not in kept
    assert not any(code.replace("-", "") in kept or code in kept for code in phone.recovery)


async def test_when_the_servers_key_is_another_ada_is_told_what_to_do(
    house: House, cast: Cast, give_phone: GivePhone
) -> None:
    phone = await give_phone(cast.ada)
    await AuthenticatorApp.all().update(secret="bm90IG91cnM=")
    answer = await _sign_in(house, phone.code())
    assert answer.status == 503
    assert "Ask an administrator for a new one-time link" in answer.json["detail"]


async def test_the_page_asks_for_the_code_in_a_second_step(
    house: House, cast: Cast, give_phone: GivePhone, browser: NewBrowser
) -> None:
    phone, ada = await give_phone(cast.ada), browser()
    await ada.get("/sign-in?back=/neighbourhoods")
    first = await ada.post("/sign-in", email="ada@example.org", password=PASSWORD, back="/neighbourhoods")
    assert "Enter your code" in first.text
    assert PASSWORD not in first.text
    wrong = await ada.post("/sign-in/code", ticket=_ticket(first), code="000000", back="/neighbourhoods")
    assert "That code is wrong" in wrong.text
    answer = await ada.post("/sign-in/code", ticket=_ticket(wrong), code=phone.code(), back="/neighbourhoods")
    assert (answer.status, answer.headers["Location"]) == (303, "/neighbourhoods")
    assert "Ada Okafor" in (await ada.get("/account")).text


async def test_the_second_step_is_for_this_browser_and_this_password_and_five_minutes(
    house: House, cast: Cast, give_phone: GivePhone, browser: NewBrowser
) -> None:
    phone, ada, thief = await give_phone(cast.ada), browser(), browser()
    await ada.get("/sign-in")
    ticket = _ticket(await ada.post("/sign-in", email="ada@example.org", password=PASSWORD))
    await thief.get("/sign-in")
    for where, given in ((thief, ticket), (ada, ticket[:-4] + "AAAA"), (ada, "")):
        answer = await where.post("/sign-in/code", ticket=given, code=phone.code())
        assert answer.status == 401
        assert "enter your e-mail address and password again" in answer.text
    clock.move(timedelta(minutes=5))
    assert "longer than five minutes" in (await ada.post("/sign-in/code", ticket=ticket, code=phone.code())).text
    clock.reset()
    await store.set_password(cast.ada.id, "another")
    assert "password again" in (await ada.post("/sign-in/code", ticket=ticket, code=phone.code())).text


def _ticket(page: Answer) -> str:
    return page.text.partition('name="ticket" value="')[2].partition('"')[0]

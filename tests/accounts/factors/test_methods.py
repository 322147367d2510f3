"""How you sign in: staff keep their own ways in, and never lose the last."""

import re

import pytest

from accounts.factors.ceremonies import Registered
from accounts.factors.models import AuthenticatorApp, Passkey
from accounts.factors.passkey_store import add_passkey
from foundation import clock
from foundation.models import AuditEntry, AuditPersonal, OutboxMail
from tests.accounts.browsing import NewBrowser
from tests.accounts.conftest import PASSWORD
from tests.accounts.factors.conftest import GivePhone
from tests.accounts.factors.test_link_page import _app, _field
from tests.cast import Cast, Member
from tests.house import House

HERE = "/account/sign-in-methods"


async def _give_passkey(member: Member, label: str = "Work phone") -> str:
    return await add_passkey(member.id, Registered(f"credential-of-{member.id}-{label}", "key", 1, []), label)


async def test_ada_sees_what_she_has(cast: Cast, give_phone: GivePhone, browser: NewBrowser) -> None:
    await give_phone(cast.ada)
    await _give_passkey(cast.ada)
    page = (await browser(cast.ada).get(HERE)).text
    assert "Work phone" in page
    assert "You have 10 recovery codes left" in page


async def test_ada_sets_up_an_app_anew_and_the_old_one_is_refused(
    house: House, cast: Cast, give_phone: GivePhone, browser: NewBrowser
) -> None:
    old, ada = await give_phone(cast.ada), browser(cast.ada)
    page = await ada.get(f"{HERE}/app")
    assert 'name="password"' not in page.text, "she has one"
    new = _app(page)
    done = await ada.post(f"{HERE}/app", draft=_field(page, "draft"), code=new.at(int(clock.now().timestamp())))
    assert len(re.findall(r"<code>", done.text)) == 10
    body = {"email": "ada@example.org", "password": PASSWORD}
    assert (await house.caller().post("/session", {**body, "code": old.code()})).status == 401
    later = new.at(int(clock.now().timestamp()) + 30)
    assert (await house.caller().post("/session", {**body, "code": later})).status == 201
    mail = await OutboxMail.get(subject="How you sign in was changed")
    assert "An authenticator app was set up" in mail.text


async def test_who_has_only_a_passkey_chooses_a_password_with_the_app(
    cast: Cast, house: House, browser: NewBrowser
) -> None:
    await _give_passkey(cast.ada)
    ada = browser(cast.ada)
    page = await ada.get(f"{HERE}/app")
    code = _app(page).at(int(clock.now().timestamp()))
    short = await ada.post(f"{HERE}/app", draft=_field(page, "draft"), code=code, password="short")
    assert "between 12 and 128" in short.text
    assert (await ada.post(f"{HERE}/app", draft=_field(page, "draft"), code=code, password=PASSWORD)).status == 200
    later = _app(page).at(int(clock.now().timestamp()) + 30)
    body = {"email": "ada@example.org", "password": PASSWORD, "code": later}
    assert (await house.caller().post("/session", body)).status == 201


async def test_a_draft_of_another_person_s_app_is_refused(cast: Cast, browser: NewBrowser) -> None:
    huw, ada = browser(cast.huw), browser(cast.ada)
    page = await huw.get(f"{HERE}/app")
    await ada.get(f"{HERE}/app")
    answer = await ada.post(f"{HERE}/app", draft=_field(page, "draft"), code="000000", password=PASSWORD)
    assert answer.status == 400


async def test_the_last_way_in_stays(cast: Cast, give_phone: GivePhone, browser: NewBrowser) -> None:
    await give_phone(cast.ada)
    passkey, ada = await _give_passkey(cast.ada), browser(cast.ada)
    await ada.get(HERE)
    assert (await ada.post(f"{HERE}/app/remove")).status == 303
    last = await ada.post(f"{HERE}/passkeys/{passkey}/remove")
    assert last.status == 409
    assert "the only way that you can sign in" in last.text
    assert await Passkey.filter(id=passkey).count() == 1


async def test_a_stopped_passkey_is_no_way_in(cast: Cast, give_phone: GivePhone, browser: NewBrowser) -> None:
    await give_phone(cast.ada)
    passkey = await _give_passkey(cast.ada)
    await Passkey.filter(id=passkey).update(refused_at=clock.now())
    ada = browser(cast.ada)
    assert "there may be a copy" in (await ada.get(HERE)).text
    assert (await ada.post(f"{HERE}/app/remove")).status == 409
    assert await AuthenticatorApp.filter(ended_at=None).count() == 1
    assert (await ada.post(f"{HERE}/passkeys/{passkey}/remove")).status == 303


async def test_ada_names_and_removes_a_passkey_and_it_is_written_down(
    cast: Cast, give_phone: GivePhone, browser: NewBrowser
) -> None:
    await give_phone(cast.ada)
    passkey, ada = await _give_passkey(cast.ada), browser(cast.ada)
    await ada.get(HERE)
    assert (await ada.post(f"{HERE}/passkeys/{passkey}/name", label="  Old\n phone ")).status == 303
    assert "Old phone" in (await ada.get(HERE)).text
    for label in ("", "x" * 61, "\u202e"):
        assert (await ada.post(f"{HERE}/passkeys/{passkey}/name", label=label)).status == 422
    assert (await ada.post(f"{HERE}/passkeys/{passkey}/remove")).status == 303
    entry = await AuditEntry.get(act="factor.remove")
    assert entry.details == {"factor": "passkey", "passkey": passkey}
    assert "Old phone" in (await AuditPersonal.get(id=entry.id)).details


async def test_nobody_touches_anothers_passkey(cast: Cast, give_phone: GivePhone, browser: NewBrowser) -> None:
    passkey, ada = await _give_passkey(cast.huw), browser(cast.ada)
    await ada.get(HERE)
    for act in ("name", "remove"):
        assert (await ada.post(f"{HERE}/passkeys/{passkey}/{act}", label="Mine")).status == 404, act
    assert (await Passkey.get(id=passkey)).label == "Work phone"


async def test_new_recovery_codes_replace_the_old(
    house: House, cast: Cast, give_phone: GivePhone, browser: NewBrowser
) -> None:
    phone, ada = await give_phone(cast.ada), browser(cast.ada)
    await ada.get(HERE)
    shown = re.findall(r"<code>(.*?)</code>", (await ada.post(f"{HERE}/recovery-codes")).text)
    body = {"email": "ada@example.org", "password": PASSWORD}
    assert (await house.caller().post("/session", {**body, "code": phone.recovery[0]})).status == 401
    assert (await house.caller().post("/session", {**body, "code": shown[9]})).status == 201


@pytest.mark.parametrize("name", ["rosa", "gwen"])
async def test_residents_and_guests_have_no_such_page(cast: Cast, browser: NewBrowser, name: str) -> None:
    assert (await browser(getattr(cast, name)).get(HERE)).status == 403

"""Passkeys, from the one-time link to every sign-in after it."""

import json
from datetime import timedelta

import pytest
from playwright.async_api import expect
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

from accounts.factors.models import Passkey
from accounts.links import add_link
from accounts.models import OneTimeLink, Person, Session
from foundation import clock
from foundation.database import atomic
from foundation.models import AuditEntry, OutboxMail
from tests.accounts.factors.passkeys.conftest import NewDevice
from tests.accounts.factors.passkeys.devices import Device, send
from tests.cast import Cast
from tests.clients import Answer
from tests.house import House

pytestmark = pytest.mark.browser
SIGN_IN = "Sign in with a passkey"
DOOR = "/sign-in/passkey"


async def _sign_out(device: Device) -> None:
    await device.page.context.clear_cookies()


async def _sign_in(device: Device) -> str:
    """Presses the button; gives what the page then says."""
    await device.page.goto("/sign-in?back=/account")
    await device.press(SIGN_IN)
    return await device.page.inner_text("main")


async def _catch(device: Device) -> tuple[str, dict[str, str]]:
    """The browser's cookie, and the form that it would have sent."""
    await _sign_out(device)
    await device.page.goto("/sign-in")
    return await device.cookie(), await device.catch(DOOR, SIGN_IN)


async def test_ada_sets_up_a_passkey_behind_her_link_and_signs_in_with_it(
    adas: Device, cast: Cast, house: House
) -> None:
    await expect(adas.page).to_have_url(f"{adas.page.url.split('/account')[0]}/account")
    assert await OneTimeLink.filter(used_at=None).count() == 0
    assert (await house.caller(cast.ada).get("/me")).status == 401, "her sessions of before have ended"
    await _sign_out(adas)
    assert "Ada Okafor" in await _sign_in(adas)
    assert await Session.filter(person_id=cast.ada.id, ended_at=None, method="passkey").count() == 1
    acts = await AuditEntry.filter(actor_id=cast.ada.id).values_list("act", flat=True)
    assert sorted(str(act) for act in acts) == ["factor.set", "link.use", "session.start"]


async def test_a_link_that_was_opened_and_left_is_not_used_up(device: NewDevice, cast: Cast, adas: Device) -> None:
    link = await atomic(lambda: add_link(cast.huw.id, "enrol"))
    huws = await device()
    await huws.page.goto(link.path)
    await huws.verify_nobody()
    await huws.page.get_by_role("button", name="Set up a passkey").click()
    await expect(huws.page.get_by_text("your device said no")).to_be_visible()
    assert await OneTimeLink.filter(used_at=None).count() == 1
    assert await Passkey.filter(person_id=cast.huw.id).count() == 0


async def test_a_stranger_s_finger_does_not_sign_in(adas: Device) -> None:
    await _sign_out(adas)
    await adas.verify_nobody()
    await adas.page.goto("/sign-in")
    await adas.page.get_by_role("button", name=SIGN_IN).click()
    await expect(adas.page.get_by_text("your device said no")).to_be_visible()


async def test_an_answer_that_is_sent_again_opens_nothing(adas: Device, house: House) -> None:
    cookie, form = await _catch(adas)
    assert (await send(house, DOOR, cookie, form)).status == 303
    again = await send(house, DOOR, cookie, form)
    assert again.status == 401
    assert "was used already" in again.text


async def test_an_answer_to_another_browser_s_question_opens_nothing(
    adas: Device, device: NewDevice, house: House
) -> None:
    form = (await _catch(adas))[1]
    other = await device()
    await other.page.goto("/sign-in")
    stolen = await send(house, DOOR, await other.cookie(), form)
    assert stolen.status == 401
    assert "does not belong to this page" in stolen.text


async def test_an_answer_after_five_minutes_opens_nothing(adas: Device, house: House) -> None:
    cookie, form = await _catch(adas)
    clock.move(timedelta(minutes=5))
    late = await send(house, DOOR, cookie, form)
    assert late.status == 401
    assert "longer than five minutes" in late.text


async def test_an_answer_for_another_site_opens_nothing(adas: Device, house: House) -> None:
    cookie, form = await _catch(adas)
    answer = await send(house, DOOR, cookie, form, host="bluelamp-police.localhost")
    assert answer.status == 401
    assert "could not be checked for this site" in answer.text


async def test_an_answer_for_a_sign_in_is_no_proof_for_an_act(adas: Device, house: House) -> None:
    await adas.page.goto("/sign-in")
    form = await adas.catch(DOOR, SIGN_IN)
    answer = await send(house, "/prove/passkey", await adas.cookie(), form)
    assert answer.status == 401
    assert "does not belong to this page" in answer.text
    assert await AuditEntry.filter(act="session.prove").count() == 0


async def test_a_copy_of_the_authenticator_stops_the_passkey_and_everybody_is_told(
    adas: Device, device: NewDevice, cast: Cast, house: House
) -> None:
    for _each in range(3):
        await _sign_out(adas)
        assert "Ada Okafor" in await _sign_in(adas)
    original = (await adas.credentials())[0]
    thiefs = await device()
    await thiefs.take(original, signCount=1)
    assert "there are signs that somebody has a copy of it" in await _sign_in(thiefs)
    await _sign_out(adas)
    assert "there are signs that somebody has a copy of it" in await _sign_in(adas), "the original neither"
    assert (await Passkey.get()).refused_at
    told = await OutboxMail.all().order_by("recipient").values_list("recipient", "subject")
    assert [tuple(each) for each in told] == [
        ("ada@example.org", "A passkey of yours was stopped"),
        ("dai@example.org", "A passkey was stopped"),
        ("dee@example.org", "A passkey was stopped"),
    ]
    assert await AuditEntry.filter(act="passkey.clone", subject_id=cast.ada.id).count() == 1


async def test_a_forged_counter_takes_nobodys_passkey_away(adas: Device, house: House) -> None:
    """The counter is believed only once the signature over it holds."""
    await _sign_out(adas)
    await _sign_in(adas)
    cookie, form = await _catch(adas)
    credential = json.loads(form["credential"])
    data = bytearray(base64url_to_bytes(credential["response"]["authenticatorData"]))
    data[33:37] = (0).to_bytes(4, "big")
    credential["response"]["authenticatorData"] = bytes_to_base64url(bytes(data))
    answer = await send(house, DOOR, cookie, {**form, "credential": json.dumps(credential)})
    assert "could not be checked for this site" in answer.text
    assert (await Passkey.get()).refused_at is None
    assert "Ada Okafor" in await _sign_in(adas)


async def test_a_passkey_that_was_removed_is_not_known(adas: Device) -> None:
    await Passkey.all().delete()
    await _sign_out(adas)
    assert "This site doesn’t know that passkey" in await _sign_in(adas)


@pytest.mark.parametrize("state", ["suspended_at", "closed_at"])
async def test_somebody_suspended_or_gone_does_not_come_in_by_passkey(adas: Device, cast: Cast, state: str) -> None:
    await _sign_out(adas)
    await Person.filter(id=cast.ada.id).update(**{state: clock.now()})
    assert "This account can’t be used now" in await _sign_in(adas)


@pytest.mark.parametrize(
    "credential", ["", "{", "[]", "null", '{"id": 1}', "x" * 30_000, '{"id":"a","rawId":"a","response":{},"type":"b"}']
)
async def test_what_is_no_passkeys_answer_is_refused_in_a_sentence(
    device: NewDevice, house: House, credential: str
) -> None:
    reader = await device()
    await reader.page.goto("/sign-in")
    answer: Answer = await send(house, DOOR, await reader.cookie(), {"credential": credential})
    assert answer.status == 400
    assert "could not be read" in answer.text


async def test_at_a_number_the_page_says_why_and_offers_the_other_way(house: House, cast: Cast) -> None:
    page = await house.page("/sign-in")
    assert "the address of this site is a number" in page.text
    assert SIGN_IN not in page.text
    asked = await house.caller().post("/passkeys/options", {"purpose": "sign_in"})
    assert asked.status == 409
    assert "a passkey belongs to a name" in asked.json["detail"]

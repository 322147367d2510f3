"""Another password: by the old one, or by a link to who forgot it; everybody else is out, and the owner is told."""

import time
from datetime import timedelta

import pytest

from accounts.models import Person, Session
from accounts.sessions.starting import start_session
from foundation import clock
from foundation.models import AuditEntry, OutboxMail
from tests.accounts.browsing import Browser, NewBrowser
from tests.accounts.conftest import PASSWORD
from tests.accounts.residents.signing_up import last_mail, link_to, press, sign_in, subjects_to
from tests.cast import Cast
from tests.house import House

pytestmark = pytest.mark.usefixtures("everyone_has_a_password")
NEW = "another three words"


async def _change(browser: Browser, old: str = PASSWORD, new: str = NEW):
    await browser.get("/account/password")
    return await browser.post("/account/password", old_password=old, password=new)


async def _forget(browser: Browser, email: str):
    await browser.get("/forgotten")
    return await browser.post("/forgotten", email=email)


async def test_rosa_changes_her_password_and_her_lost_phone_is_out_at_once(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    phone = (await start_session(cast.rosa.id, cast.rosa.role, "Safari, iPhone")).token
    lost, here = await house.live(token=phone), await house.live(cast.rosa)
    rosa = browser(cast.rosa)
    assert (await _change(rosa)).headers["Location"] == "/account?password"
    await lost.patient(lost.ended.wait())
    assert (await house.caller(token=phone).get("/me")).status == 401
    assert (await house.caller(cast.rosa).get("/me")).status == 200
    assert not here.ended.is_set()
    assert await subjects_to("rosa@example.org") == ["Your password was changed"]
    assert await AuditEntry.filter(act="password.change", subject_id=cast.rosa.id).count() == 1
    assert (await sign_in(browser(), "rosa@example.org", PASSWORD)).status == 401
    assert (await sign_in(browser(), "rosa@example.org", NEW)).status == 303


async def test_a_wrong_old_password_and_a_weak_new_one_change_nothing(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    rosa = browser(cast.rosa)
    wrong = await _change(rosa, old="not her password")
    assert (wrong.status, 'href="#old_password"' in wrong.text) == (422, True)
    weak = await _change(rosa, new="short")
    assert (weak.status, 'href="#password"' in weak.text) == (422, True)
    assert await OutboxMail.all().count() == 0
    assert (await sign_in(browser(), "rosa@example.org", PASSWORD)).status == 303


async def test_guessing_the_old_password_is_throttled(house: House, cast: Cast, browser: NewBrowser) -> None:
    rosa = browser(cast.rosa)
    statuses = {(await _change(rosa, old=f"guess number {n}")).status for n in range(22)}
    assert statuses == {422, 429}


async def test_rosa_forgot_her_password_and_everybody_else_is_out(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    live = await house.live(cast.rosa)
    here = browser()
    assert 'href="/forgotten"' in (await here.get("/sign-in")).text
    assert (await _forget(here, "ROSA@example.org ")).status == 200
    link = await link_to("rosa@example.org")
    assert link.startswith("/reset/")
    await here.get(link)
    assert not live.ended.is_set()
    assert (await here.post(link, password="short")).status == 422
    before = here.token
    done = await here.post(link, password=NEW)
    assert (done.status, done.headers["Location"]) == (303, "/account?password")
    assert here.token != before
    await live.patient(live.ended.wait())
    assert await Session.filter(person_id=cast.rosa.id, ended_at=None).count() == 1
    assert (await subjects_to("rosa@example.org"))[-1] == "Your password was changed"
    assert (await here.get(link)).status == 410
    assert (await sign_in(browser(), "rosa@example.org", NEW)).status == 303


async def test_a_stranger_can_not_find_out_who_has_an_account(house: House, cast: Cast, browser: NewBrowser) -> None:
    texts, times = set(), []
    here = browser()
    await _forget(here, "olga@example.org")
    for email in ("rosa@example.org", "ada@example.org", "nobody@example.org"):
        await here.get("/forgotten")
        began = time.perf_counter()
        answer = await here.post("/forgotten", email=email)
        times.append(time.perf_counter() - began)
        texts.add((answer.status, answer.text.split("<main")[1].replace(email, "somebody")))
    assert len(texts) == 1
    assert min(times) > 0.3, times
    assert max(times) - min(times) < 0.25, times
    assert await OutboxMail.filter(recipient="nobody@example.org").count() == 0


async def test_pc_okafors_second_factor_is_not_led_around(house: House, cast: Cast, browser: NewBrowser) -> None:
    for email in ("ada@example.org", "mo@example.org", "dee@example.org"):
        await _forget(browser(), email)
        mail = await last_mail(email)
        assert "administrator" in mail.subject
        assert "http" not in mail.text
    assert await Session.filter(person_id=cast.ada.id, ended_at=None).count() == 1


async def test_a_resident_who_became_staff_meanwhile_needs_another_way(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    await _forget(browser(), "rosa@example.org")
    link = await link_to("rosa@example.org")
    await Person.filter(id=cast.rosa.id).update(role="moderator", force_id="south-wales")
    assert (await browser().get(link)).status == 410


async def test_unknown_late_and_old_links_say_so(house: House, cast: Cast, browser: NewBrowser) -> None:
    here = browser()
    assert (await here.get("/reset/not-one-of-ours")).status == 404
    await _forget(here, "rosa@example.org")
    first = await link_to("rosa@example.org")
    await _forget(here, "rosa@example.org")
    assert (await here.get(first)).status == 410
    second = await link_to("rosa@example.org")
    assert (await here.get(f"/link/{second.rpartition('/')[2]}")).status == 404, "the staff's door is another"
    clock.move(timedelta(hours=1, seconds=1))
    assert (await here.get(second)).status == 410
    assert "Ask for a new one" in here.page.text


@pytest.mark.parametrize("column", ["suspended_at", "closed_at"])
async def test_a_suspended_or_closed_account_is_not_opened_by_mail(
    house: House, cast: Cast, browser: NewBrowser, column: str
) -> None:
    here = browser()
    await _forget(here, "rosa@example.org")
    link = await link_to("rosa@example.org")
    await Person.filter(id=cast.rosa.id).update(**{column: clock.now()})
    assert (await here.get(link)).status == 410
    await here.get("/sign-in")
    assert (await here.post(link, password=NEW)).status == 410


async def test_a_changed_password_stops_a_thief_s_change_of_address(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    thief = browser(cast.rosa)
    await thief.get("/account/email")
    await thief.post("/account/email", email="thief@example.org", old_password=PASSWORD)
    thiefs = await link_to("thief@example.org")
    rosa = browser()
    await _forget(rosa, "rosa@example.org")
    assert (await press(rosa, await link_to("rosa@example.org"), password=NEW)).status == 303
    assert (await browser().get(thiefs)).status == 410
    assert (await thief.get("/account")).status == 303

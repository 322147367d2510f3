"""Another e-mail address: proved by its owner, told to the old one, nobody else's."""

from datetime import timedelta

import pytest

from accounts.models import Person
from foundation import clock
from foundation.models import AuditEntry
from tests.accounts.browsing import Browser, NewBrowser
from tests.accounts.conftest import PASSWORD
from tests.accounts.residents.signing_up import last_mail, link_to, press, sign_in, subjects_to
from tests.cast import Cast
from tests.house import House

pytestmark = pytest.mark.usefixtures("everyone_has_a_password")


async def _ask(browser: Browser, email: str, password: str = PASSWORD):
    await browser.get("/account/email")
    return await browser.post("/account/email", email=email, old_password=password)


async def test_rosa_changes_her_address_and_the_old_one_is_told_twice(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    rosa = browser(cast.rosa)
    assert (await _ask(rosa, "Rosa.New@Example.org")).headers["Location"] == "/account?email"
    assert await subjects_to("rosa@example.org") == ["Your e-mail address is about to change"]
    link = await link_to("rosa.new@example.org")
    phone = browser()
    assert "rosa.new@example.org" in (await phone.get(link)).text
    assert (await Person.get(id=cast.rosa.id)).email == "rosa@example.org", "opening the link changes nothing"
    assert (await phone.post(link)).status == 200
    assert (await Person.get(id=cast.rosa.id)).email == "rosa.new@example.org"
    assert (await subjects_to("rosa@example.org"))[-1] == "Your e-mail address was changed"
    assert (await phone.get(link)).status == 410
    acts = set(await AuditEntry.filter(subject_id=cast.rosa.id).values_list("act", flat=True))
    assert {"email.ask", "email.change", "email.confirm"} <= acts
    assert (await sign_in(browser(), "rosa.new@example.org", PASSWORD)).status == 303
    assert (await sign_in(browser(), "rosa@example.org", PASSWORD)).status == 401


async def test_who_finds_rosas_browser_open_needs_her_password(house: House, cast: Cast, browser: NewBrowser) -> None:
    rosa = browser(cast.rosa)
    wrong = await _ask(rosa, "thief@example.org", "not her password")
    assert (wrong.status, 'href="#old_password"' in wrong.text) == (422, True)
    assert await subjects_to("thief@example.org") == []
    clock.move(timedelta(minutes=16))
    asked = await rosa.get("/account/email")
    assert (asked.status, asked.headers["Location"].split("?")[0]) == (303, "/prove")


async def test_the_address_of_another_account_can_neither_be_taken_nor_found_out(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    rosa = browser(cast.rosa)
    answer = await _ask(rosa, "amir@example.org")
    assert (answer.status, answer.headers["Location"]) == (303, "/account?email")
    assert "http" not in (await last_mail("amir@example.org")).text
    assert (await Person.get(id=cast.amir.id)).email == "amir@example.org"


async def test_an_address_that_got_an_account_meanwhile_is_not_taken_from_it(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    rosa, amir = browser(cast.rosa), browser(cast.amir)
    await _ask(rosa, "shared@example.org")
    rosas = await link_to("shared@example.org")
    await _ask(amir, "shared@example.org")
    assert (await press(amir, await link_to("shared@example.org"))).status == 200
    assert (await press(rosa, rosas)).status == 410
    assert (await Person.get(id=cast.rosa.id)).email == "rosa@example.org"


async def test_a_link_from_the_old_mailbox_opens_nothing_after_the_change(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    rosa = browser(cast.rosa)
    await rosa.get("/forgotten")
    await rosa.post("/forgotten", email="rosa@example.org")
    reset = await link_to("rosa@example.org")
    await _ask(rosa, "new@example.org")
    await press(rosa, await link_to("new@example.org"))
    assert (await browser().get(reset)).status == 410


async def test_a_late_link_and_one_for_something_else_change_nothing(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    rosa = browser(cast.rosa)
    await _ask(rosa, "new@example.org")
    link = await link_to("new@example.org")
    token = link.rpartition("/")[2]
    for door in (f"/reset/{token}", f"/link/{token}", f"/sign-up/{token}"):
        assert (await browser().get(door)).status == 404, door
    clock.move(timedelta(hours=24, seconds=1))
    assert (await browser().get(link)).status == 410
    assert (await Person.get(id=cast.rosa.id)).email == "rosa@example.org"


async def test_a_suspended_accounts_link_opens_nothing(house: House, cast: Cast, browser: NewBrowser) -> None:
    rosa = browser(cast.rosa)
    await _ask(rosa, "new@example.org")
    link = await link_to("new@example.org")
    await Person.filter(id=cast.rosa.id).update(suspended_at=clock.now())
    assert (await browser().get(link)).status == 410
    await Person.filter(id=cast.rosa.id).update(suspended_at=None, closed_at=clock.now())
    assert (await browser().get(link)).status == 410


async def test_gwen_the_guest_has_no_address_to_change(house: House, cast: Cast, browser: NewBrowser) -> None:
    gwen = browser(cast.gwen)
    assert (await gwen.get("/account/email")).status == 403
    assert (await gwen.get("/account/password")).status == 403

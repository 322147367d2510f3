"""The page behind a sign-up's link: whose it is, what is chosen there, and once only."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from accounts.models import Person
from accounts.names.skeletons import name_skeleton
from accounts.residents import sign_up_service
from accounts.residents.models import SignUp
from accounts.residents.naming import arriving_name
from foundation import clock
from tests.accounts.browsing import NewBrowser
from tests.accounts.residents.signing_up import (
    PASSWORD,
    ask,
    link_to,
    press,
    sign_in,
    sign_up,
)
from tests.cast import Cast, Member
from tests.house import House


async def test_who_began_with_sians_address_knows_no_password_of_hers(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    thief, sian = browser(), browser()
    await thief.get("/sign-up")
    assert 'name="password"' not in thief.page.text
    await ask(thief, password="the thief knows it")
    link = await link_to("sian@example.org")
    assert (await SignUp.get(email="sian@example.org")).password_hash == ""
    for known in ({}, {"password": ""}):
        await sian.get(link)
        answer = await sian.post(link, **known)
        assert (answer.status, 'href="#password"' in answer.text) == (422, True)
    assert (await press(sian, link)).status == 303
    assert (await sign_in(thief, "sian@example.org", "the thief knows it")).status == 401
    assert (await sign_in(browser(), "sian@example.org", PASSWORD)).status == 303


async def test_the_page_behind_the_link_says_as_whom_and_whose_words_become_hers(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    alone = browser()
    await ask(alone)
    page = (await alone.get(await link_to("sian@example.org"))).text
    assert "Siân Rees" in page
    assert "shown as Siân R" in " ".join(page.split())
    assert "guest" not in page.split("<main")[1].split("</main")[0]
    gwen = browser(cast.gwen)
    await ask(gwen, email="gwen@example.org", name="Gwen", shown_as="full")
    assert "as a guest" in (await browser().get(await link_to("gwen@example.org"))).text.split("<main")[1]


async def test_a_short_password_and_a_wrong_postcode_are_said_at_once_and_use_nothing_up(
    house: House, cast: Cast, browser: NewBrowser
) -> None:
    here = browser()
    await ask(here)
    link = await link_to("sian@example.org")
    answer = await press(here, link, password="tiny", postcode="banana")
    assert answer.status == 422
    assert all(f'href="#{field}"' in answer.text for field in ("password", "postcode"))
    assert "tiny" not in answer.text
    assert (await press(here, link)).status == 303


async def test_a_link_opens_once_in_time_and_is_ours(house: House, cast: Cast, browser: NewBrowser) -> None:
    here = browser()
    assert (await here.get("/sign-up/not-one-of-ours")).status == 404
    await sign_up(here)
    used = await link_to("sian@example.org")
    for answer in (await here.get(used), await here.post(used, password=PASSWORD)):
        assert (answer.status, "was used already" in answer.text) == (410, True)
    await ask(browser(), email="nia2@example.org", name="Nia Wyn")
    late = await link_to("nia2@example.org")
    clock.move(timedelta(hours=24, seconds=1))
    other = browser()
    assert (await other.get(late)).status == 410
    assert "ended" in other.page.text
    await other.get("/sign-in")
    assert (await other.post(late, password=PASSWORD)).status == 410
    assert await Person.filter(email="nia2@example.org").count() == 0


async def test_a_second_letter_ends_the_first(house: House, cast: Cast, browser: NewBrowser) -> None:
    here = browser()
    await ask(here)
    first = await link_to("sian@example.org")
    await ask(here)
    assert (await here.get(first)).status == 410
    assert (await press(here, await link_to("sian@example.org"))).status == 303


async def test_two_tabs_make_one_account(house: House, cast: Cast, browser: NewBrowser) -> None:
    here, there = browser(), browser()
    await ask(here)
    link = await link_to("sian@example.org")
    await here.get(link)
    await there.get(link)
    answers = await asyncio.gather(*(tab.post(link, password=PASSWORD) for tab in (here, there)))
    assert sorted(answer.status for answer in answers) == [303, 410]
    assert await Person.filter(email="sian@example.org").count() == 1


async def test_a_name_that_was_taken_meanwhile_gets_a_number(house: House, cast: Cast, browser: NewBrowser) -> None:
    await ask(browser(), email="one@example.org", name="Siân Rees", shown_as="full")
    await ask(browser(), email="two@example.org", name="Siân Rees", shown_as="full")
    for email in ("one@example.org", "two@example.org"):
        assert (await press(browser(), await link_to(email))).status == 303
    people = await Person.filter(full_name="Siân Rees")
    assert {person.name for person in people} == {
        "Siân Rees",
        "Siân Rees 2",
    }


@pytest.mark.parametrize("who", ["amir", "ada"])
async def test_who_takes_the_name_while_sian_presses_the_button_keeps_it(
    house: House, cast: Cast, browser: NewBrowser, monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    """The name is asked about once more with the row that takes it: here somebody comes right between."""
    other: Member = getattr(cast, who)

    async def come_between(*asked: Any) -> str:
        name = await arriving_name(*asked)
        await Person.filter(id=other.id).update(name=name, name_skeleton=name_skeleton(name))
        return name

    await ask(browser(), name="Siân Rees", shown_as="full")
    monkeypatch.setattr(sign_up_service, "arriving_name", come_between)
    answer = await press(browser(), await link_to("sian@example.org"))
    names = [person.name for person in await Person.filter(email="sian@example.org")]
    assert (answer.status, names) == ((303, ["Siân Rees 2"]) if who == "amir" else (410, []))


async def test_a_wrong_postcode_does_not_use_the_link_up(house: House, cast: Cast, browser: NewBrowser) -> None:
    here = browser()
    await ask(here)
    link = await link_to("sian@example.org")
    for postcode in ("banana", "SW1A 1AA"):
        answer = await press(here, link, postcode=postcode)
        assert (answer.status, 'href="#postcode"' in answer.text) == (422, True), postcode
    assert (await press(here, link, postcode="")).status == 303
    assert (await Person.get(email="sian@example.org")).postcode_given_at is None

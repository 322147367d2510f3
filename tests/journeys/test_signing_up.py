"""Signing up, one's own account and the sentences of the young, in a real browser, with and without scripts."""

import re

import pytest
from playwright.async_api import Page, expect

from accounts.models import Person
from tests.accounts.residents.signing_up import PASSWORD, link_to
from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, violations
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


async def _fill(page: Page, email: str, age: str) -> None:
    await page.get_by_label("E-mail address").fill(email)
    await page.get_by_label("Your name").fill("Ben Evans")
    await page.get_by_label("First name and initial").check()
    await page.get_by_label(age).check()
    await page.get_by_role("button", name="Send me the link").click()
    await expect(page.get_by_role("heading", name="Check your e-mail")).to_be_visible()


async def _sign_up(page: Page, email: str, age: str) -> None:
    await page.goto("/")
    await page.get_by_role("banner").get_by_role("link", name="Sign up").click()
    await _fill(page, email, age)
    await page.goto(await link_to(email))
    await page.get_by_label("Choose a password", exact=True).fill(PASSWORD)
    await page.get_by_label("Your postcode").fill("CF10 1AA")
    await page.get_by_role("button", name="Confirm and sign in").click()
    await expect(page.get_by_text("Your account is ready")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
async def test_ben_signs_up_and_speaks_with_one_tap(browse: Browse, cast: Cast, room: Room, scripts: bool):
    ben, amir = await browse(width=360, scripts=scripts), await browse(cast.amir)
    await _sign_up(ben, "ben@example.org", "Under 16")
    await expect(ben.get_by_role("heading", name="Because you are under 16")).to_be_visible()
    await amir.goto(f"/surgeries/{room.id}")
    await ben.goto(f"/surgeries/{room.id}")
    if scripts:
        await expect(ben.locator("#people-count")).to_contain_text("2")
    await ben.get_by_role("button", name="I have a question").click()
    for page in (ben, amir):
        said = page.locator("#log-list li", has_text="I have a question")
        await expect(said).to_have_count(1)
        await expect(said.locator(".bl-person__name")).to_have_text("Ben")
    await expect(amir.locator("#phrases")).to_have_count(0)


async def test_a_phone_that_is_signed_out_from_the_desk_leaves_the_room_at_once(browse: Browse, cast: Cast, room: Room):
    desk, phone, amir = await browse(), await browse(width=360), await browse(cast.amir)
    await _sign_up(desk, "ben@example.org", "18 or over")
    await phone.goto("/sign-in")
    await phone.get_by_label("E-mail address").fill("ben@example.org")
    await phone.get_by_label("Password", exact=True).fill(PASSWORD)
    await phone.get_by_role("button", name="Sign in", exact=True).click()
    await expect(phone.get_by_role("banner").get_by_text("Ben E")).to_be_visible()
    await amir.goto(f"/surgeries/{room.id}")
    await phone.goto(f"/surgeries/{room.id}")
    await expect(amir.locator("#people-count")).to_contain_text("2")
    await desk.goto("/account")
    await desk.get_by_role("button", name=re.compile("Sign it out")).click()
    await expect(amir.locator("#people-count")).to_contain_text("1")
    await phone.reload()
    await expect(phone.locator("#words")).to_have_count(0)


@pytest.mark.parametrize("device", DEVICES)
async def test_every_page_of_it_suits_everybody(browse: Browse, cast: Cast, room: Room, axe: str, device: str):
    page = await browse(**DEVICES[device])
    found: dict[str, list[str]] = {}

    async def look(name: str) -> None:
        await fits(page, name)
        if wrong := await violations(page, axe):
            found[name] = wrong

    await page.goto("/sign-up")
    await look("sign-up")
    await page.get_by_role("button", name="Send me the link").click()
    await expect(page.get_by_text("There is a problem")).to_be_visible()
    await look("sign-up, wrong")
    await _fill(page, "ben@example.org", "Under 16")
    await look("sent")
    await page.goto(await link_to("ben@example.org"))
    await look("confirm")
    await page.get_by_role("button", name="Confirm and sign in").click()
    await expect(page.get_by_text("There is a problem")).to_be_visible()
    await look("confirm, wrong")
    await page.get_by_label("Choose a password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Confirm and sign in").click()
    await look("account")
    for path in ("name", "email", "password", "neighbourhood", "age"):
        await page.goto(f"/account/{path}")
        await look(path)
    await page.goto(f"/surgeries/{room.id}")
    await expect(page.locator("#people-count")).to_contain_text("1")
    await look("room")
    await Person.filter(email="ben@example.org").update(name="resident 4821", name_refused="Ben")
    await page.goto("/account/name")
    await expect(page.get_by_text("you are shown under a number")).to_be_visible()
    await look("a name that was taken away")
    await page.context.clear_cookies()
    await page.goto("/forgotten")
    await look("forgotten")
    await page.get_by_label("E-mail address").fill("ben@example.org")
    await page.get_by_role("button", name="Send me the link").click()
    await look("forgotten, sent")
    await page.goto(await link_to("ben@example.org"))
    await look("reset")
    assert found == {}

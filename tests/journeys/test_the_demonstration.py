"""The README's fifth tour in browsers: a vote in the demonstration itself, as its first start makes it."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from foundation.settings import Settings
from tests.journeys.conftest import Browse
from tests.journeys.looking import fits, violations
from tests.running.demonstration import PASSWORD, running_demonstration
from tests.running.server_process import Server

pytestmark = pytest.mark.browser
SignedIn = Callable[[str, int], Awaitable[Page]]
PLACE = "/neighbourhoods/GM02"


@pytest.fixture
def house(settings: Settings, tmp_path: Path) -> Iterator[Server]:
    """What the browsers look at."""
    with running_demonstration(settings=settings, folder=tmp_path) as server:
        yield server


@pytest.fixture
async def signed_in(browse: Browse) -> AsyncIterator[SignedIn]:
    """Somebody of the cast, as they come in by the form. No page of theirs may ask for anything that is not there."""
    refused: list[str] = []

    async def come_in(name: str, width: int) -> Page:
        page = await browse(width=width)
        page.on("response", lambda answer: refused.append(answer.url) if answer.status >= 400 else None)
        await page.goto("/sign-in")
        await page.get_by_label("E-mail address").fill(f"{name}@example.org")
        password = page.get_by_label("Password", exact=True)
        await password.fill(PASSWORD)
        await password.press("Enter")
        await expect(page.locator("[data-unread]")).to_be_visible()
        return page

    yield come_in
    assert refused == []


async def test_rosa_and_amir_vote_and_read_what_became_of_the_last_vote(signed_in: SignedIn, axe: str) -> None:
    rosa = await signed_in("rosa", 360)
    first = await vote(rosa, 0, "Vote now", "Cast the ballot")
    assert await vote(rosa, 1, "Change your ballot", "Cast the new ballot") != first
    assert await violations(rosa, axe) == []
    amir = await signed_in("amir", 1280)
    await vote(amir, 0, "Vote now", "Cast the ballot")
    await read_the_result(amir, axe)
    await read_what_became_of_it(amir, axe)


async def vote(page: Page, first: int, begin: str, cast: str) -> str:
    """In the round that is open, for three from this one on: the receipt."""
    await page.goto("/priorities")
    await page.get_by_role("link", name="Old Town").first.click()
    await page.get_by_role("button", name=begin).click()
    await expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
    for number in range(first, first + 3):
        await page.get_by_role("checkbox").nth(number).check()
    await page.get_by_role("button", name=cast, exact=True).click()
    await expect(page.get_by_role("heading", name="Your ballot is cast")).to_be_visible()
    await fits(page, "the receipt")
    return await page.get_by_label("Your receipt, to copy").input_value()


async def read_the_result(page: Page, axe: str) -> None:
    """Of the round that is done."""
    await page.goto(f"{PLACE}/priorities")
    await page.get_by_role("link", name=re.compile("^Result")).click()
    await expect(page.get_by_text("48 people voted.").first).to_be_visible()
    assert await violations(page, axe) == []
    await fits(page, "the result")


async def read_what_became_of_it(page: Page, axe: str) -> None:
    await page.goto(f"{PLACE}/you-said-we-did")
    for said in ("Neighbours say it got better", "Not solved yet"):
        await expect(page.get_by_text(said).first).to_be_visible()
    assert await violations(page, axe) == []
    await fits(page, "what was said and done")
    await page.get_by_role("link", name="Cars too fast past the school in Castle Street").click()
    picture = page.get_by_alt_text(re.compile("A round sign by a road"))
    await picture.scroll_into_view_if_needed()
    await expect(picture).to_have_js_property("complete", value=True)
    assert await picture.evaluate("one => one.naturalWidth") > 100

"""An officer is suspended in the middle of a surgery: everybody's open browser says so within a second."""

import asyncio
import time

import pytest
from playwright.async_api import Locator, Page, expect

from tests.cast import Cast, Member
from tests.journeys.conftest import Browse
from tests.journeys.test_three_browsers import join_as, write
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser
SECOND = 1.0


async def test_adas_mark_uniform_and_words_go_from_every_open_browser(browse: Browse, cast: Cast, room: Room):
    ada, rosa, gwen = await browse(cast.ada), await browse(cast.rosa), await browse(width=360)
    huw, mo, reader = await browse(cast.huw), await browse(cast.mo), await browse(scripts=False)
    await ada.goto(f"/surgeries/{room.id}")
    await write(ada, "Welcome, everybody")
    for page in (rosa, gwen, huw, mo, reader):
        await page.goto(ada.url)
    await join_as(gwen, "Gwen")
    await write(huw, "And from me")
    await write(ada, "Who wants to begin?")
    await reader.reload()
    for page in (ada, rosa, gwen, huw, mo, reader):
        await ada_is_an_officer_for(page, cast.ada)

    said = await dee_suspends(await browse(cast.dee), cast.ada)
    await asyncio.gather(*(ada_is_nobody_special_for(page, cast.ada, said) for page in (rosa, gwen, huw, mo)))
    for page in (rosa, gwen, mo):
        await expect(marks_of(page, cast.huw)).not_to_have_count(0)

    await ada_cannot_write_and_reads_why(ada)
    await ada_is_nobody_special_for(ada, cast.ada, time.monotonic())
    await expect(rosa.locator("#log-list")).not_to_contain_text("I am still here")
    for page in (rosa, reader):
        await page.reload()
        await expect(page.locator(f'#log-list li[data-author="{cast.ada.id}"]')).to_have_count(2)
        await ada_is_nobody_special_for(page, cast.ada, time.monotonic())


def marks_of(page: Page, member: Member) -> Locator:
    """Every badge and every piece of uniform that the page shows with somebody."""
    mine = f'[data-person="{member.id}"]'
    return page.locator(f"{mine} .bl-badge, {mine} .bl-avatar--uniform, {mine} .bl-avatar__layer")


def words_of(page: Page, member: Member) -> Locator:
    return page.locator(f'[data-host="{member.id}"] .bl-words__word').locator("visible=true")


async def ada_is_an_officer_for(page: Page, ada: Member) -> None:
    """In the head and beside both messages; else there would be nothing to lose."""
    officers = page.locator(f'[data-person="{ada.id}"]', has=page.locator(".bl-badge--officer"))
    await expect(page.locator("#log-list").locator(officers)).to_have_count(2)
    await expect(page.locator("[data-host]").locator(officers)).to_have_count(1)
    await expect(page.locator(f'#log-list [data-person="{ada.id}"] .bl-avatar--uniform')).to_have_count(2)
    await expect(words_of(page, ada)).to_have_count(3)


async def dee_suspends(dee: Page, ada: Member) -> float:
    """When the server had said that it is done, in seconds of the monotonic clock."""
    await dee.goto("/admin/people")
    await dee.get_by_role("link", name=ada.name).first.click()
    await dee.get_by_role("link", name="Suspend", exact=True).click()
    await dee.get_by_label("Reason").fill("An inquiry has begun")
    async with dee.expect_response(lambda answer: answer.request.method == "POST") as posted:
        await dee.get_by_role("button", name="Suspend", exact=True).click()
    assert (await posted.value).status == 303
    return time.monotonic()


async def ada_is_nobody_special_for(page: Page, ada: Member, since: float) -> None:
    left = max(since + SECOND - time.monotonic(), 0.001) * 1000
    await asyncio.gather(
        expect(marks_of(page, ada)).to_have_count(0, timeout=left),
        expect(words_of(page, ada)).to_have_count(0, timeout=left),
        expect(page.locator(f'[data-author="{ada.id}"][data-by="officer"]')).to_have_count(0, timeout=left),
    )
    await expect(page.locator(f'#log-list [data-person="{ada.id}"] .bl-person__name')).to_have_text([ada.name] * 2)


async def ada_cannot_write_and_reads_why(ada: Page) -> None:
    await ada.locator("#words").fill("I am still here")
    await ada.locator("#compose").get_by_role("button", name="Send", exact=True).click()
    await expect(ada.locator("#offline")).to_have_text("You have been signed out. Please sign in again.")
    await expect(ada.locator("#pending li")).to_contain_text("Not sent yet")
    await expect(ada.locator("#log-list")).not_to_contain_text("I am still here")

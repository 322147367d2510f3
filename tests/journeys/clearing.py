"""Clearing the review queue as a moderator does who never touches a mouse."""

import time

from playwright.async_api import Page

from tests.journeys.keys import press

DECIDE = ("a", "h", "w")
"""Approve, hide, hide and warn."""


async def clear_by_keyboard(page: Page, items: int) -> float:
    """Open the queue and decide about so many items, each by one key (two where it is to be shown first).

    Gives how many seconds that took.
    """
    await page.goto("/moderation")
    began = time.monotonic()
    await by_key(page, "n")
    for number in range(items):
        if await page.locator("[data-key=o]").count():
            await by_key(page, "o")
        await by_key(page, DECIDE[number % len(DECIDE)])
    return time.monotonic() - began


async def by_key(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    async with page.expect_navigation():
        await press(page, key)

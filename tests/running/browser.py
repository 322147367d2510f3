"""One Chromium for a run, driven by Playwright; each test gets contexts of its own, as so many devices."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, async_playwright

_OPTIONS = """
    --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync
"""


@asynccontextmanager
async def running_chromium() -> AsyncIterator[Browser]:
    """A headless Chromium of Debian's, for as long as the block lasts."""
    from tests.parts import chromium  # later than pytest, which loads it as a plugin

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), headless=True, args=_OPTIONS.split())
        try:
            yield browser
        finally:
            await browser.close()

"""Browsers for people: each with cookies of their own, and none of them may meet an error of a script or of the CSP."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright, expect

from tests.cast import Member
from tests.house import House
from tests.running.browser import running_chromium

Browse = Callable[..., Awaitable[Page]]
PATIENCE = 10_000
"""Milliseconds that anything may take to be seen."""

_ROOT = Path(__file__).parent.parent
_AXES = [
    _ROOT / "contract" / "js" / "node_modules" / "axe-core" / "axe.min.js",
    _ROOT.parent / "frontend" / "node_modules" / "axe-core" / "axe.min.js",
]

expect.set_options(timeout=PATIENCE)


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@pytest.fixture(scope="session")
def chromium(run_folder: Path) -> Iterator[str]:
    """One Chromium for the run. What drives it is a program of Node, begun by each test: compiled once is enough."""
    os.environ.setdefault("NODE_COMPILE_CACHE", str(run_folder / "node"))
    with running_chromium() as address:
        yield address


@pytest.fixture
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """The run's Chromium, driven by this test."""
    async with async_playwright() as playwright:
        yield await playwright.chromium.connect_over_cdp(chromium)


@pytest.fixture
async def browse(browser: Browser, house: House) -> AsyncIterator[Browse]:
    """Opens a device of somebody: `await browse(cast.ada)` signed in, `await browse()` signed out."""
    contexts = []
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        # A refusal that a person is shown, and a network that a test has cut, are told by the browser itself.
        own_words = ("Failed to load resource", "net::ERR_INTERNET_DISCONNECTED")
        if message.type == "error" and not any(words in message.text for words in own_words):
            complaints.append(message.text)

    async def new(member: Member | None = None, *, scripts: bool = True, width: int = 1280, dark: bool = False) -> Page:
        context = await browser.new_context(
            base_url=house.url,
            java_script_enabled=scripts,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if member:
            await context.add_cookies([{"name": "bluelamp_session", "value": member.token, "url": house.url}])
        page = await context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield new
    for context in contexts:
        await context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which npm brings."""
    found = next((file for file in _AXES if file.exists()), None)
    if found is None:
        pytest.skip("axe-core is not installed: apt-get install nodejs npm, then make test again")
    return found.read_text()

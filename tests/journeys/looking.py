"""Looking at pages with axe, on a phone in the light and on a desk in the dark."""

from collections.abc import Sequence
from typing import Any

from playwright.async_api import Page

from tests.cast import Member
from tests.journeys.conftest import Browse

DEVICES: dict[str, dict[str, Any]] = {"phone": {"width": 360}, "desk in the dark": {"width": 1280, "dark": True}}


async def violations(page: Page, axe: str) -> list[str]:
    await page.evaluate(axe)
    found = await page.evaluate("async () => (await axe.run()).violations")
    return [f"{each['id']}: {[node['target'] for node in each['nodes']][:5]}" for each in found]


async def look(
    browse: Browse, axe: str, doors: Sequence[tuple[str, Member | None]], device: str
) -> dict[str, list[str]]:
    """What axe finds, by page. Each person has one device: a new one for each page took longer than axe does."""
    found = {}
    pages: dict[Member | None, Page] = {}
    for path, member in doors:
        page = pages[member] = pages.get(member) or await browse(member, **DEVICES[device])
        answer = await page.goto(path)
        assert answer is not None
        assert answer.status in {200, 404, 422}, (path, answer.status)
        if wrong := await violations(page, axe):
            found[f"{path} as {member.name if member else 'nobody'}"] = wrong
        await fits(page, path)
    for page in pages.values():
        await page.context.close()
    return found


async def fits(page: Page, path: str) -> None:
    """Nobody has to scroll sideways (WCAG 1.4.10)."""
    width = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width <= 0, f"{path} is {width} pixels too wide"

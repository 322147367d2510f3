"""Statements in a browser: saying what one thinks, and what came of it, on a phone and in the dark."""

import numpy as np
import pytest
from playwright.async_api import expect

from priorities.models import Phase
from tests.cast import Cast, Member
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, look
from tests.priorities.opinions.conftest import Asking
from tests.priorities.opinions.test_grouping import LIKE, NOT, people
from tests.priorities.poll import Poll

pytestmark = pytest.mark.browser
TEXTS = (
    "More lamps would help more than more patrols",
    "Officers should come by on foot, not by car",
    "Teenagers in the park do no harm",
)


@pytest.fixture
def poll(house: House, cast: Cast) -> Poll:
    return Poll(house, cast)


async def _asking(poll: Poll) -> Asking:
    asking = Asking(poll, await poll.begin(Phase.VOTE, opinions=True))
    for text in TEXTS:
        await asking.put(text)
    return asking


@pytest.mark.parametrize("device", DEVICES)
async def test_axe_finds_nothing_and_nobody_scrolls_sideways(browse: Browse, poll: Poll, axe: str, device: str) -> None:
    open_, closed = await _asking(poll), Asking(poll, await poll.begin(Phase.VOTE, opinions=True))
    await open_.say(poll.cast.amir, "disagree")
    chance = np.random.default_rng(2)
    await closed.crowd(people([*LIKE, *NOT, 0.95], 40, chance) + people([*NOT, *LIKE, 0.95], 30, chance))
    pages: list[tuple[str, Member | None]] = [(f"/rounds/{open_.id}/opinions", who) for who in (None, poll.cast.amir)]
    assert await look(browse, axe, pages, device) == {}
    await poll.move_to(closed.id, Phase.AGREE)
    assert await look(browse, axe, [(f"/rounds/{closed.id}/opinions", None)], device) == {}


async def test_amir_says_what_he_thinks_of_each_and_changes_his_mind(browse: Browse, poll: Poll, cast: Cast) -> None:
    asking = await _asking(poll)
    page = await browse(cast.amir, width=360)
    await page.goto(f"/rounds/{asking.id}/opinions")
    for number in range(1, 4):
        await expect(page.get_by_role("heading", name=f"Statement {number} of 3")).to_be_visible()
        await page.locator("#next").get_by_role("button", name="Agree", exact=True).first.click()
    await expect(page.get_by_role("heading", name="You have said what you think of every statement")).to_be_visible()
    await page.get_by_text("What you said of 3 statements").click()
    first = page.locator(".bl-opinions__given").first
    await first.get_by_role("button", name="Disagree").click()
    await page.get_by_text("What you said of 3 statements").click()
    await expect(page.locator(".bl-opinions__given").first.locator("strong")).to_have_text("Disagree")
    assert sorted(mine or "" for mine in (await asking.list_for(cast.amir)).values()) == ["agree", "agree", "disagree"]

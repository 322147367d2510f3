"""All of moderation in one evening: a full queue, an appeal that is won, and what everybody reads of it afterwards."""

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from moderation.models import Decision
from tests.cast import Cast
from tests.house import House
from tests.journeys.clearing import clear_by_keyboard
from tests.journeys.conftest import Browse
from tests.moderation.queue.waiting import HARD, hold
from tests.rooms_from_outside import Room
from tests.running.server_process import run

pytestmark = pytest.mark.browser
_HELD = 50


@pytest.fixture
def limits() -> bool:
    """Fifty held messages come in at once."""
    return False


async def test_fifty_are_cleared_an_appeal_is_won_and_everybody_reads_of_it(
    browse: Browse, house: House, room: Room, cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = [cast.rosa, cast.amir, cast.olga, cast.gwen]
    for number in range(_HELD):
        await hold(room, people[number % 4], HARD if number % 10 == 9 else f"Ring me on 07700 9001{number:02}")
    mo = await browse(cast.mo)
    took = await clear_by_keyboard(mo, _HELD)
    with capsys.disabled():
        print(f"\n{_HELD} held items by keyboard alone: {took:.1f} seconds")
    assert took < 150, "five minutes are allowed, and a person has to read"
    await expect(mo).to_have_title("Review queue - Bluelamp")
    made = await Decision.filter(actor_id=cast.mo.id)
    assert len(made) == _HELD
    assert {row.action for row in made} == {"approve", "hide", "hide_and_warn"}

    hidden = next(row for row in made if row.action == "hide" and row.author_id == cast.rosa.id)
    await _appeal(await browse(cast.rosa, width=360), hidden)
    await _overturn(await browse(cast.dee))
    [words] = [entry["data"]["body"] for entry in await room.log() if entry["data"].get("id") == hidden.target_id]
    assert words.startswith("Ring me on"), "what nobody had read yet is published"

    await _everybody_reads_of_it(await browse())
    await house.run_jobs()
    verified = await asyncio.to_thread(run, "audit", "verify", settings=house.settings, folder=tmp_path)
    assert (verified.returncode, verified.stderr) == (0, "")
    assert "The chain holds" in verified.stdout
    assert "Not chained yet: 0." in verified.stdout


async def _appeal(page: Page, decision: Decision) -> None:
    """As its author, on a phone."""
    await page.goto(f"/decisions/{decision.id}")
    await page.get_by_label("Say why, in your own words").fill("It is the number of the town hall")
    await page.get_by_role("button", name="Appeal").click()
    await expect(page.get_by_text("Your appeal is made")).to_be_visible()


async def _overturn(page: Page) -> None:
    """As somebody who did not decide the first time."""
    await page.goto("/moderation/appeals")
    await page.get_by_role("button", name="Look at it").click()
    await page.get_by_label("It was wrong").check()
    await page.get_by_label("Why").fill("It is in every telephone book")
    await page.get_by_role("button", name="Decide the appeal").click()
    await expect(page.get_by_text("It is decided")).to_be_visible()


async def _everybody_reads_of_it(page: Page) -> None:
    """Signed out: every decision in the log, one of them reversed on appeal, and both in the month's figures."""
    await page.goto("/moderation/log")
    acts = page.locator(".acts__act")
    reversed_ = 0
    listed = await acts.count()
    reversed_ += await acts.locator(".govuk-tag", has_text="Overturned on appeal").count()
    while await (older := page.get_by_role("link", name="Earlier decisions")).count():
        await older.click()
        listed += await acts.count()
        reversed_ += await acts.locator(".govuk-tag", has_text="Overturned on appeal").count()
    assert (listed, reversed_) == (_HELD + 1, 1)
    await page.goto("/moderation/report")
    figures = {
        await each.locator("dt").inner_text(): await each.locator("dd").inner_text()
        for each in await page.locator(".figures__figure").all()
    }
    assert (figures["Decisions"], figures["Decided by people"], figures["Overturned"]) == ("51", "51", "1")

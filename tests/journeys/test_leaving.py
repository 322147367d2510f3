"""Leaving, in real browsers: the account taken away, then closed while somebody else is looking on."""

import json
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.cast import HOME, Cast
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, look
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser
SECOND = 1_000
"""Milliseconds."""


async def _say(page: Page, words: str) -> None:
    await page.locator("#words").fill(words)
    await page.locator("#compose").get_by_role("button", name="Send", exact=True).click()
    await expect(page.locator("#log-list li", has_text=words)).to_be_visible()


@pytest.mark.parametrize("words", ["It goes", "It stays"])
async def test_amir_watches_rosa_leave(browse: Browse, cast: Cast, room: Room, words: str, tmp_path: Path):
    rosa, tablet, amir = await browse(cast.rosa), await browse(cast.rosa, width=360), await browse(cast.amir)
    for page in (rosa, tablet, amir):
        await page.goto(f"/surgeries/{room.id}")
    await _say(rosa, "My bike was stolen at the corner")
    seen = amir.locator("#log-list li", has_text="My bike was stolen")
    await expect(seen).to_contain_text("Rosa Jones")
    await expect(amir.locator("#announcer")).to_contain_text("Rosa Jones")

    await rosa.goto("/account")
    await rosa.get_by_role("link", name="Take a copy of your account").click()
    async with rosa.expect_download() as started:
        await rosa.get_by_role("button", name="Download my file").click()
    await (await started.value).save_as(tmp_path / "account.json")
    file = json.loads((tmp_path / "account.json").read_text())
    assert [each["body"] for each in file["words"]] == ["My bike was stolen at the corner"]

    await rosa.goto("/account/close")
    await rosa.get_by_label(words, exact=True).check()
    await rosa.get_by_label("I want to close my account for good").check()
    await rosa.get_by_role("button", name="Close my account").click()
    await expect(rosa.get_by_role("heading", name="Your account is closed")).to_be_visible()
    if words == "It goes":
        await expect(amir.get_by_text("My bike was stolen")).to_have_count(0, timeout=SECOND)
    else:
        await expect(seen).to_contain_text("a former member", timeout=SECOND)
    await expect(amir.locator("#log-list").get_by_text("Rosa Jones")).to_have_count(0, timeout=SECOND)
    assert "Rosa Jones" not in await amir.content(), "her name must be gone from what a screen reader can read, too"
    await expect(rosa.get_by_role("banner").get_by_text("Rosa Jones")).to_have_count(0)
    await tablet.goto("/account")
    await expect(tablet.get_by_role("heading", name="Sign in")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
async def test_ada_hands_rosa_a_code(browse: Browse, cast: Cast, scripts: bool):
    ada, rosa = await browse(cast.ada, scripts=scripts), await browse(cast.rosa, width=360, scripts=scripts)
    await ada.goto("/account")
    await ada.get_by_role("link", name="Print codes for residents").click()
    await ada.get_by_label("How many codes").fill("2")
    await ada.get_by_role("button", name="Make the sheet").click()
    code = await ada.locator(".bl-code-card strong").first.inner_text()
    await ada.emulate_media(media="print")
    await expect(ada.get_by_text("Cut the cards apart")).to_be_hidden()
    await expect(ada.get_by_text(code)).to_be_visible()
    await rosa.goto("/account/confirm")
    await rosa.get_by_label("Code").fill(code.lower())
    await rosa.get_by_role("button", name="Confirm that I live here").click()
    await expect(rosa.get_by_role("heading", name="You are confirmed")).to_be_visible()
    await ada.goto("/account/codes")
    await expect(ada.get_by_text("1 of 2 used, 1 left.")).to_be_visible()


@pytest.mark.parametrize("device", DEVICES)
async def test_the_pages_of_leaving_and_vouching(browse: Browse, cast: Cast, axe: str, device: str):
    assert HOME in cast.ada.places
    doors = [
        ("/account/export", cast.rosa), ("/account/close", cast.rosa), ("/account/closed?kept", None),
        ("/account/confirm", cast.rosa), ("/account/codes", cast.ada), ("/admin/holds", cast.dee),
    ]  # fmt: skip
    assert await look(browse, axe, doors, device) == {}

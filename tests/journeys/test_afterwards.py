"""What comes after a meeting, and a running log, in real browsers: alive, without scripts, by keyboard, for axe."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.rooms.minutes.evening import Evening, Writer, held
from tests.rooms.running_log.keeping import Keeper
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser
AXE = Path(__file__).parent.parent.parent / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
DEVICES = ({"width": 360}, {"width": 1280, "dark": True})


@pytest.fixture
async def evening(room: Room, cast: Cast) -> Evening:
    return await held(room, cast)


async def _check(page: Page, path: str) -> None:
    """axe has nothing to say, and nobody scrolls sideways."""
    await page.goto(path)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert await page.evaluate(wide) <= 0, path
    if AXE.exists():
        await page.evaluate(AXE.read_text())
        found = await page.evaluate("async () => (await axe.run()).violations")
        assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == [], path


async def test_axe_has_nothing_to_say_of_what_comes_afterwards(browse: Browse, evening: Evening, cast: Cast) -> None:
    ada = Writer(evening, cast.ada)
    await ada.look()
    await ada.do("draft")
    await ada.publish()
    base = f"/surgeries/{evening.room.id}"
    for device in DEVICES:
        page = await browse(cast.ada, **device)
        for path in ("/minutes", "/minutes/edit", "/sheet", "/sheet/counts", "/pulse", ""):
            await _check(page, base + path)
    await ada.browser.close()


async def test_axe_has_nothing_to_say_of_a_running_log(browse: Browse, cast: Cast, room: Room) -> None:
    keeper = Keeper(room.house, cast.ada)
    await keeper.begin()
    entry = await keeper.entry("A lorry is stuck.")
    paths = ("", "/summary", "/write", f"/entries/{entry}/edit", "?category=Crime")
    for device in DEVICES:
        page = await browse(cast.ada, **device)
        for path in ("/logs", "/logs/new", *(f"/logs/{keeper.log}{path}" for path in paths)):
            await _check(page, path)
    await keeper.browser.close()


async def test_rosa_sees_an_entry_come_change_and_go_without_reloading(browse: Browse, cast: Cast, room: Room) -> None:
    keeper = Keeper(room.house, cast.ada)
    await keeper.begin()
    first = await keeper.entry("The road is closed.")
    rosa, crime = await browse(cast.rosa), await browse()
    await rosa.goto(f"/logs/{keeper.log}")
    await crime.goto(f"/logs/{keeper.log}?category=Crime")
    await expect(rosa.locator(".log-entry")).to_have_count(1)
    second = await keeper.entry("A bike was stolen.", category="Crime", place="Cathays Terrace")
    newest = rosa.locator(".log-entry").first
    await expect(newest).to_contain_text("A bike was stolen.")
    await expect(newest.locator(".bl-badge")).to_contain_text("4127")
    await expect(rosa.locator("#announcer")).to_contain_text("New entry, Crime, Cathays Terrace: A bike was stolen.")
    await expect(crime.locator(".log-entry")).to_have_count(1)
    await keeper.mend(first, "The road is open again.")
    await expect(rosa.locator(f"#e-{first}")).to_contain_text("The road is open again.")
    await expect(rosa.locator(f"#e-{first}")).to_contain_text("Revised at")
    await keeper.take_down(second)
    await expect(rosa.locator(".log-entry")).to_have_count(1, timeout=1000)
    await expect(crime.locator(".log-entry")).to_have_count(0, timeout=1000)
    await keeper.browser.close()


async def test_ada_writes_the_minutes_by_keyboard_alone(browse: Browse, evening: Evening, cast: Cast) -> None:
    page = await browse(cast.ada, scripts=False)
    await page.goto(f"/surgeries/{evening.room.id}")
    await page.get_by_role("link", name="Write the minutes").press("Enter")
    await page.get_by_role("button", name="Make the draft").press("Enter")
    answer = page.locator(".minutes-edit__item", has_text="The council, on Mondays.")
    await answer.locator("summary", has_text="Change the wording").press("Enter")
    await answer.locator("textarea").first.fill("The council, each Monday.")
    await answer.get_by_role("button", name="Save").first.press("Enter")
    await expect(page.locator("#draft")).to_contain_text("The council, each Monday.")
    await page.get_by_role("button", name="Approve the minutes").press("Enter")
    await page.get_by_role("button", name="Publish the minutes").press("Enter")
    await expect(page.get_by_role("heading", name="Bikes and street lights")).to_be_visible()
    await expect(page.locator(".minutes")).to_contain_text("The council, each Monday.")


async def test_the_two_questions_come_once_and_the_second_time_when_the_room_closes(
    browse: Browse, room: Room, cast: Cast
) -> None:
    rosa = await browse(cast.rosa)
    await rosa.goto(f"/surgeries/{room.id}")
    await expect(rosa.locator("#room")).not_to_have_attribute("data-offline", "yes")
    before = rosa.locator('[data-pulse="before"]')
    await before.locator("label", has_text="4").first.click()
    await before.get_by_role("button", name="Send").click()
    await expect(before).to_have_count(0)
    await expect(rosa.locator("#announcer")).to_contain_text("You will not be asked again.")
    await expect(rosa.locator('[data-pulse="after"]')).to_be_hidden()
    await room.act("close")
    await expect(rosa.locator('[data-pulse="after"]')).to_be_visible()
    await rosa.locator('[data-pulse="after"]').get_by_role("button", name="No, thank you").click()
    await expect(rosa.locator('[data-pulse="after"]')).to_have_count(0)
    await rosa.reload()
    await expect(rosa.locator("[data-pulse]")).to_have_count(0)

"""Moderators at work in the queue: with two browsers, by keyboard alone, with axe looking on."""

import pytest
from playwright.async_api import Page, expect

from moderation.items.models import ReviewItem
from moderation.models import Decision
from tests.cast import Cast
from tests.house import House
from tests.journeys.clearing import by_key
from tests.journeys.conftest import Browse
from tests.journeys.keys import press
from tests.journeys.looking import DEVICES, fits, look, violations
from tests.moderation.queue.waiting import HARD, hold
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


@pytest.fixture
def limits() -> bool:
    """Held messages come in all at once."""
    return False


async def _opened(page: Page, item: str) -> None:
    await page.goto("/moderation")
    await page.locator(f"[data-item='{item}'] button").click()
    await expect(page.locator(f"[data-open='{item}'][data-mine]")).to_be_visible()


@pytest.mark.parametrize("device", DEVICES)
async def test_axe_finds_nothing_to_complain_of(browse: Browse, cast: Cast, room: Room, axe: str, device: str):
    easy, hard = await hold(room, cast.rosa), await hold(room, cast.amir, HARD)
    await hold(room, cast.rosa, "Or ring me on 07700 900124")
    doors = [("/moderation", cast.mo), ("/moderation?kind=link", cast.mo), ("/moderation", cast.dee)]
    doors += [(f"/moderation/items/{item}", cast.mo) for item in (easy, hard)]
    assert await look(browse, axe, doors, device) == {}
    page = await browse(cast.mo, **DEVICES[device])
    await page.goto(f"/moderation/items/{hard}")
    await page.get_by_role("button", name="Show it").click()
    await page.get_by_text("More: silence, remove").click()
    await page.get_by_text("A note for colleagues").click()
    assert await violations(page, axe) == []
    await fits(page, "an item with everything unfolded")
    await page.get_by_role("button", name="Take down", exact=True).click()
    assert await violations(page, axe) == []
    await fits(page, "after a decision")
    await page.get_by_role("button", name="Keyboard shortcuts").click()
    assert await violations(page, axe) == []


async def test_two_moderators_race_and_the_second_is_told_by_whom_and_what(
    browse: Browse, cast: Cast, room: Room, house: House
):
    item = await hold(room, cast.rosa)
    await hold(room, cast.amir)
    mo, dee = await browse(cast.mo), await browse(cast.dee)
    for page in (mo, dee):
        await page.goto("/moderation")
        await expect(page.locator("[data-queue][data-watching=yes]")).to_be_attached()
    await mo.locator(f"[data-item='{item}'] button").click()
    await expect(mo.locator(f"[data-open='{item}'][data-mine]")).to_be_visible()
    claim = dee.locator(f"[data-item='{item}'] [data-claim]")
    await expect(claim).to_have_text(f"{cast.mo.name} has it")
    await dee.locator(f"[data-item='{item}'] button").click()
    await expect(dee.get_by_text(f"{cast.mo.name} has had this before them")).to_be_visible()
    await dee.get_by_role("button", name="Take it over").click()
    await expect(dee.locator(f"[data-open='{item}'][data-mine]")).to_be_visible()
    status = mo.locator("[data-status]")
    await expect(status).to_contain_text(f"{cast.dee.name} has had this before them")
    await expect(status.get_by_role("button", name="Take it over")).to_be_visible()
    await expect(mo.locator("[data-live]")).to_contain_text(f"{cast.dee.name} has had this before them")
    await dee.get_by_role("button", name="Take down", exact=True).click()
    await expect(status).to_contain_text(f"{cast.dee.name} has decided")
    await mo.get_by_role("button", name="Approve").click()
    await expect(status).to_contain_text("Somebody else has just decided about this.")
    assert [row.action for row in await Decision.filter(item_id=item)] == ["hide"]


async def test_new_items_are_counted_and_move_nothing_that_is_read(
    browse: Browse, cast: Cast, room: Room, house: House
):
    first = await hold(room, cast.rosa)
    mo = await browse(cast.mo)
    await _opened(mo, first)
    await expect(mo).to_have_title("(1) Review queue - Bluelamp")
    await expect(mo.locator("[data-queue][data-watching=yes]")).to_be_attached()
    await mo.locator("#reason").fill("I am just writing this")
    second = await hold(room, cast.amir)
    await expect(mo).to_have_title("(2) Review queue - Bluelamp")
    await expect(mo.get_by_role("link", name="1 new. Show it")).to_be_visible()
    await expect(mo.get_by_role("status").filter(has_text="1 new item waits.")).to_be_attached()
    assert await mo.locator(f"[data-item='{second}']").count() == 0
    await expect(mo.locator("#reason")).to_have_value("I am just writing this")
    await mo.get_by_role("link", name="1 new. Show it").click()
    await expect(mo.locator(f"[data-item='{second}']")).to_be_visible()


async def test_every_key_does_what_the_list_says(browse: Browse, cast: Cast, room: Room):
    await hold(room, cast.rosa)
    await hold(room, cast.amir)
    first, second = [str(item.id) for item in await ReviewItem.all().order_by("priority", "due_at", "id")]
    mo = await browse(cast.mo)
    await mo.goto("/moderation")
    await by_key(mo, "j")
    at = mo.locator("[data-open]")
    await expect(at).to_have_attribute("data-open", first)
    assert await mo.evaluate("document.activeElement.id") == "item-title"
    await by_key(mo, "n")
    await expect(at).to_have_attribute("data-open", second)
    await by_key(mo, "k")
    await expect(at).to_have_attribute("data-open", first)
    await by_key(mo, "c")
    await expect(mo).to_have_url("/moderation?free=1")
    await by_key(mo, "n")
    for key, field in (("s", "seconds"), ("e", "to"), ("r", "seconds")):
        await mo.locator("#item-title").focus()
        await press(mo, key)
        assert await mo.evaluate("document.activeElement.id") == field
    await mo.locator("#item-title").focus()
    await press(mo, "t")
    await press(mo, "Control+a")
    await mo.keyboard.type("ah, who knows")
    await expect(at).to_have_attribute("data-open", first)
    await expect(mo.locator("#reason")).to_have_value("ah, who knows")
    await mo.locator("#item-title").focus()
    await by_key(mo, "h")
    assert (await Decision.get(item_id=first)).reason == "ah, who knows"
    await by_key(mo, "u")
    await expect(at).to_have_attribute("data-open", first)
    await expect(mo.locator("[data-done]")).to_contain_text("Taken back.")
    await expect(mo.locator("[data-live]")).to_have_text("Taken back.")
    await by_key(mo, "x")
    await expect(at).to_have_attribute("data-open", second)
    await press(mo, "?")
    await expect(mo.locator("#keys-dialog")).to_be_visible()
    await mo.get_by_label("Shortcuts are on in this browser").uncheck()
    await press(mo, "Escape", "a")
    await mo.wait_for_timeout(300)
    await mo.reload()
    await press(mo, "a")
    await mo.wait_for_timeout(300)
    assert await Decision.filter(item_id=second).count() == 0, "they are off"


async def test_without_scripts_everything_is_a_form(browse: Browse, cast: Cast, room: Room):
    first, second = await hold(room, cast.rosa), await hold(room, cast.amir, HARD)
    mo = await browse(cast.mo, scripts=False, width=360)
    await mo.goto("/moderation")
    await mo.get_by_role("button", name="Begin with the most urgent").click()
    assert first in mo.url
    await mo.get_by_role("button", name="Approve").click()
    assert second in mo.url
    await mo.get_by_role("button", name="Show it").click()
    await mo.get_by_role("button", name="Take down and warn").click()
    await expect(mo.get_by_text("Nothing waits here.")).to_be_visible()
    await mo.get_by_role("button", name="Undo").click()
    await expect(mo.get_by_text("Taken back.")).to_be_visible()
    assert second in mo.url

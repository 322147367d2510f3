"""An appeal's whole way: taken down before everybody's eyes, appealed against, won, and back in its place."""

import pytest
from playwright.async_api import Page, expect

from moderation.decisions.models import Ban
from tests.cast import Cast
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, look
from tests.moderation.decisions.deciding import WORDS, Desk
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


@pytest.fixture
def limits() -> bool:
    return False


async def _order(page: Page) -> list[str | None]:
    """The messages of the log as the screen has them."""
    return [await each.get_attribute("data-item") for each in await page.locator("#log [data-item]").all()]


async def test_rosa_appeals_and_wins_and_her_words_are_back_on_open_screens(
    browse: Browse, cast: Cast, room: Room
) -> None:
    desk = Desk(room)
    amir_before = await room.enter(cast.amir)
    await amir_before.say("Before it")
    message = await desk.flagged(cast.rosa, cast.amir)
    await amir_before.say("After it")
    amir = await browse(cast.amir)
    await amir.goto(f"/surgeries/{room.id}")
    words = amir.locator(f"#m-{message} [data-part='body']")
    await expect(words).to_contain_text(WORDS)
    before = await _order(amir)
    await desk.decided(cast.mo, message, "hide")
    await expect(words).not_to_contain_text(WORDS)

    rosa = await browse(cast.rosa, width=360)
    await rosa.goto("/notices")
    await rosa.get_by_role("button").filter(has_text="taken down").first.click()
    await expect(rosa.get_by_text(WORDS)).to_be_visible()
    await rosa.get_by_label("Say why, in your own words").fill("It says nothing of anybody")
    await rosa.get_by_role("button", name="Appeal").click()
    await expect(rosa.get_by_text("Your appeal is made")).to_be_visible()

    dee = await browse(cast.dee)
    await dee.goto("/moderation/appeals")
    await dee.get_by_role("button", name="Look at it").click()
    await dee.get_by_label("It was wrong").check()
    await dee.get_by_label("Why").fill("It is about a lamp")
    await dee.get_by_role("button", name="Decide the appeal").click()
    await expect(dee.get_by_text("It is decided")).to_be_visible()

    await expect(words).to_contain_text(WORDS)
    assert await _order(amir) == before, "back in its old place"
    await rosa.goto("/decisions")
    await expect(rosa.get_by_text("Overturned on appeal")).to_be_visible()


@pytest.mark.parametrize("device", DEVICES)
async def test_axe_finds_nothing_to_complain_of(
    browse: Browse, cast: Cast, room: Room, house: House, axe: str, device: str
) -> None:
    desk = Desk(room)
    first, second = await desk.flagged(cast.rosa, cast.amir), await desk.flagged(cast.rosa, cast.amir, "Another")
    hidden = await desk.decided(cast.mo, first, "hide")
    removed = await desk.decided(cast.mo, second, "remove")
    assert await Ban.all().count() == 1
    appeal = (await desk.appeal(cast.rosa, removed)).json["id"]
    doors = [("/decisions", cast.rosa), (f"/decisions/{hidden['id']}", cast.rosa)]
    doors += [(f"/decisions/{removed['id']}", cast.rosa), ("/moderation/appeals", cast.dee)]
    doors += [(f"/moderation/appeals/{appeal}", cast.dee), ("/moderation/bans", cast.dee)]
    doors += [("/moderation/presets", cast.dee)]
    assert await look(browse, axe, doors, device) == {}

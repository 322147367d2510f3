"""axe finds nothing on an item of the review queue, in whatever state a moderator meets it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from foundation import clock
from foundation.ids import new_id
from foundation.settings import Settings
from moderation.items.models import ReviewItem
from moderation.queue.exposure import MOST_A_SHIFT
from moderation.queue.models import Exposure
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, violations
from tests.moderation.flags.people import flags
from tests.moderation.queue.waiting import HARD, add_items, hold
from tests.rooms_from_outside import Room
from tests.running.schema import settings_for

pytestmark = pytest.mark.browser


@pytest.fixture
def settings(database_url: str, limits: bool, tmp_path: Path) -> Settings:
    plain = settings_for(database_url, limits=limits, folder=tmp_path / "var")
    return replace(plain, sealed_key="a-key-that-stands-in-no-database-at-all")


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
async def dee(house: House, cast: Cast) -> AsyncIterator[Browser]:
    opened = Browser(house.url, cast.dee)
    await opened.get("/moderation")
    yield opened
    await opened.close()


async def _item(target: str, type_: str = "message") -> str:
    return str((await ReviewItem.get(target_id=target, target_type=type_)).id)


async def _flagged(room: Room, cast: Cast, words: str) -> str:
    said = (await (await room.enter(cast.amir)).say(words))["id"]
    await (await room.enter(cast.rosa)).ok("flag_message", id=said, reason="abuse", note="He is my uncle")
    return await _item(said)


async def _changed(room: Room, cast: Cast) -> str:
    seat = await room.enter(cast.rosa)
    said = (await seat.say("The meeting is in the hall"))["id"]
    await seat.ok("edit_message", id=said, body="In the hall, ring me on 07700 900199", confirm=True)
    return await _item(said)


async def _called(room: Room, cast: Cast, type_: str) -> str:
    assert (await flags(room.house, cast.gwen, cast.amir.id, type=type_)).status == 201
    return await _item(cast.amir.id, type_)


async def _look(page: Page, axe: str, item: str, said: str) -> None:
    """Open it, ask for its words where they are hard to read, unfold all, and look."""
    await page.goto(f"/moderation/items/{item}")
    if await page.get_by_role("button", name="Show it").count():
        assert await violations(page, axe) == [], f"{said}, closed"
        await page.get_by_role("button", name="Show it").click()
    await page.evaluate("document.querySelectorAll('.mod-pane details').forEach((part) => { part.open = true; })")
    assert await violations(page, axe) == [], said
    await fits(page, said)


@pytest.mark.parametrize("device", DEVICES)
async def test_of_words_of_a_change_of_a_name_and_of_a_picture(
    browse: Browse, cast: Cast, room: Room, axe: str, device: str
) -> None:
    items = {
        "held, with others of hers": await hold(room, cast.rosa),
        "another": await hold(room, cast.rosa, "Or ring me on 07700 900124"),
        "flagged": await _flagged(room, cast, "The man at number 14 is a thief"),
        "hard to read": await hold(room, cast.amir, HARD),
        "a change": await _changed(room, cast),
        "a name": await _called(room, cast, "person"),
        "a picture": await _called(room, cast, "avatar"),
    }
    page = await browse(cast.mo, **DEVICES[device])
    for said, item in items.items():
        await _look(page, axe, item, said)


@pytest.mark.parametrize("device", DEVICES)
async def test_of_what_others_have_or_have_decided(
    browse: Browse, cast: Cast, room: Room, dee: Browser, axe: str, device: str
) -> None:
    theirs, over, stale = await hold(room, cast.rosa), await _flagged(room, cast, "Liar"), await hold(room, cast.amir)
    assert (await room.house.caller(cast.dee).post(f"/moderation/items/{theirs}/claim")).status == 200
    why = {"clause": "kind", "reason": "It hurts people.", "version": "1"}
    assert (await dee.post(f"/moderation/items/{over}/decision", action="hide", **why)).status == 303
    page = await browse(cast.mo, **DEVICES[device])
    for said, item in {"claimed by Dee": theirs, "decided by Dee": over}.items():
        await _look(page, axe, item, said)
    await page.goto(f"/moderation/items/{stale}")
    assert (await dee.post(f"/moderation/items/{stale}/decision", action="hide", **why)).status == 303
    await page.get_by_role("button", name="Approve").click()
    await expect(page.locator("[data-overtaken]")).to_be_focused()
    await expect(page.locator("[data-overtaken]")).to_contain_text("Somebody else has just decided about this.")
    assert await violations(page, axe) == [], "too late"


@pytest.mark.parametrize("device", DEVICES)
async def test_of_a_sealed_case_with_clearance_and_without(
    browse: Browse, cast: Cast, room: Room, dee: Browser, axe: str, device: str
) -> None:
    await dee.get("/moderation/cases")
    sealed = await dee.post("/moderation/cases", label="Blackbird", ends_on="2999-12-31", terms="Blodwen Pugh")
    case = str(sealed.headers["Location"]).partition("?")[0]
    await (await room.enter(cast.rosa)).say("They say it was Blodwen Pugh")
    item = str((await ReviewItem.get(kind="sealed")).id)
    page = await browse(cast.mo, **DEVICES[device])
    await _look(page, axe, item, "without clearance")
    assert "Blodwen" not in await page.content()
    await dee.get(case)
    assert (await dee.post(f"{case}/cleared", person=cast.mo.id)).status == 303
    await _look(page, axe, item, "with clearance")
    assert "Blodwen" in await page.content()


@pytest.mark.parametrize("device", DEVICES)
async def test_of_what_is_refused_of_a_long_list_and_at_the_end_of_a_shift(
    browse: Browse, cast: Cast, room: Room, axe: str, device: str
) -> None:
    item, hard = await hold(room, cast.rosa), await hold(room, cast.amir, HARD)
    await add_items(cast, 120)
    read = {"person_id": cast.mo.id, "kind": "abuse", "at": clock.now()}
    await Exposure.bulk_create([Exposure(id=new_id(), item_id=new_id(), **read) for _ in range(MOST_A_SHIFT)])
    page = await browse(cast.mo, **DEVICES[device])
    await _look(page, axe, hard, "at the cap")
    await page.goto(f"/moderation/items/{item}")
    await page.locator("#reason").fill("")
    await page.get_by_role("button", name="Take down", exact=True).click()
    assert await page.locator("#reason").get_attribute("aria-describedby") == "reason-error"
    assert await violations(page, axe) == [], "refused"
    for path in ("/moderation", "/moderation?kind=link&mine=1"):
        await page.goto(path)
        await page.locator(".mod-nav__more summary").click()
        assert await violations(page, axe) == [], path
        await fits(page, path)

"""axe finds nothing where somebody reads that they are kept out for good, and in a room that points to 999."""

import pytest
from playwright.async_api import expect

from moderation.decisions.models import Ban
from tests.accounts.browsing import Browser
from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, look, violations
from tests.moderation.decisions.deciding import Desk
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


@pytest.fixture
def limits() -> bool:
    return False


@pytest.mark.parametrize("device", DEVICES)
async def test_a_ban_that_waits_and_one_that_is_confirmed(
    browse: Browse, cast: Cast, room: Room, axe: str, device: str
) -> None:
    desk = Desk(room)
    message = await desk.flagged(cast.rosa, cast.amir)
    page = f"/decisions/{(await desk.decided(cast.mo, message, 'remove'))['id']}"
    assert await look(browse, axe, [(page, cast.rosa)], device) == {}
    waiting = (await room.house.page(page, cast.rosa)).text
    ban = (await Ban.get(person_id=cast.rosa.id)).id
    dee = Browser(room.house.url, cast.dee)
    await dee.get("/moderation/bans")
    assert (await dee.post(f"/moderation/bans/{ban}/confirm")).status == 303
    await dee.close()
    assert await look(browse, axe, [(page, cast.rosa)], device) == {}
    assert (await room.house.page(page, cast.rosa)).text != waiting


@pytest.mark.parametrize("device", DEVICES)
async def test_the_room_that_points_to_999(browse: Browse, cast: Cast, room: Room, axe: str, device: str) -> None:
    page = await browse(cast.rosa, **DEVICES[device])
    await page.goto(f"/surgeries/{room.id}")
    await page.locator("#words").fill("Someone is breaking into my neighbour's house right now")
    await page.locator("#compose").get_by_role("button", name="Send", exact=True).click()
    await expect(page.locator("#emergency-panel")).to_be_focused()
    assert await violations(page, axe) == []
    await fits(page, "the room that points to 999")
    host = await browse(cast.ada, **DEVICES[device])
    await host.goto(f"/surgeries/{room.id}")
    await expect(host.locator("#paged [data-call]")).to_be_visible()
    assert await violations(host, axe) == []
    await fits(host, "the room of a host who is called")

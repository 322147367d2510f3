"""Being told something: the mark in the head, reminders without scripts, a device that shows what comes."""

import pytest
from playwright.async_api import Page, expect

from tests.cast import Cast
from tests.house import House
from tests.journeys.conftest import Browse
from tests.notices.telling import tell
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


async def test_rosa_sees_and_hears_at_once_that_there_is_something_new(house: House, cast: Cast, browse: Browse):
    rosa = await browse(cast.rosa)
    await rosa.goto("/notices")
    await expect(rosa.get_by_text("Nothing yet.")).to_be_visible()
    async with rosa.expect_websocket():
        pass
    await _until_connected(rosa, house, cast)
    await expect(rosa.locator("[data-unread-live]")).to_have_text("Notices, not read: 1")
    await expect(rosa.get_by_role("link", name="Notices, not read: 1")).to_be_visible()
    await expect(rosa.locator(".bl-notice")).to_have_count(1)
    await rosa.get_by_role("button", name="Go there").click()
    await expect(rosa).to_have_url(f"{house.url}/rules")
    await expect(rosa.get_by_role("link", name="Notices", exact=True)).to_be_visible()


async def _until_connected(page: Page, house: House, cast: Cast) -> None:
    """Tell her as soon as her page listens."""
    async with page.expect_response("**/api/v1/notices/unread"):
        pass
    await tell(house, cast.rosa)


async def test_in_a_room_the_mark_needs_no_second_connection(house: House, cast: Cast, room: Room, browse: Browse):
    rosa = await browse(cast.rosa)
    sockets: list[str] = []
    rosa.on("websocket", lambda socket: sockets.append(socket.url))
    await rosa.goto(f"/surgeries/{room.id}")
    await expect(rosa.get_by_label("Your message or question")).to_be_enabled()
    await tell(house, cast.rosa)
    await expect(rosa.get_by_role("link", name="Notices, not read: 1")).to_be_visible()
    assert len(sockets) == 1


async def test_gwen_is_reminded_without_scripts(scheduled: Room, cast: Cast, browse: Browse):
    gwen = await browse(cast.gwen, scripts=False, width=360)
    await gwen.goto(f"/surgeries/{scheduled.id}")
    await gwen.get_by_role("button", name="Remind me").click()
    await expect(gwen.get_by_role("heading", name="You will be reminded")).to_be_visible()
    await expect(gwen.get_by_text("we can’t send you an email")).to_be_visible()
    await gwen.get_by_role("button", name="Do not remind me of this date").click()
    await expect(gwen.get_by_role("button", name="Remind me")).to_be_visible()

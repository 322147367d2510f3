"""The room in a small window, where what matters must not stand outside it."""

import pytest
from playwright.async_api import expect

from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


async def test_what_gwen_is_asked_before_sending_comes_into_her_window(browse: Browse, cast: Cast, room: Room):
    gwen = await browse(cast.gwen, width=360)
    await gwen.set_viewport_size({"width": 360, "height": 740})
    await gwen.goto(f"/surgeries/{room.id}")
    await gwen.locator("#words").fill("Ring me on 07700 900123")
    await gwen.locator("#compose").evaluate("form => form.scrollIntoView({block: 'start'})")
    await gwen.locator("#compose").evaluate("form => form.requestSubmit(form.querySelector('[value=message]'))")
    await expect(gwen.get_by_role("button", name="Send it as it is")).to_be_visible()
    await expect(gwen.locator("#pending li")).to_be_in_viewport(ratio=0.9)

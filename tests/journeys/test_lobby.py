"""The last quarter of an hour before a surgery, in real browsers: one page says one thing."""

from datetime import timedelta

import pytest
from playwright.async_api import expect

from foundation import clock
from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False])
async def test_somebody_signed_out_is_asked_in_and_not_told_to_wait(browse: Browse, scheduled: Room, scripts: bool):
    early = await browse(scripts=scripts)
    await early.goto(f"/surgeries/{scheduled.id}")
    await expect(early.locator("[data-standing=join]")).to_be_visible()
    await expect(early.locator("[data-standing=scheduled]")).to_be_visible()
    clock.move(timedelta(minutes=50))
    await early.reload()
    await expect(early.get_by_text("You can put your question now.")).to_be_visible()
    await expect(early.locator("[data-standing=join]")).to_be_visible()
    await expect(early.locator("[data-standing=scheduled]")).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False])
async def test_rosa_is_offered_no_reminder_that_would_never_come(
    browse: Browse, scheduled: Room, cast: Cast, scripts: bool
):
    rosa = await browse(cast.rosa, scripts=scripts)
    await rosa.goto(f"/surgeries/{scheduled.id}")
    await expect(rosa.get_by_role("button", name="Remind me")).to_be_visible()
    clock.move(timedelta(minutes=50))
    await rosa.reload()
    await expect(rosa.get_by_text("You can put your question now.")).to_be_visible()
    await expect(rosa.get_by_role("button", name="Remind me")).to_be_hidden()
    await scheduled.act("open")
    await expect(rosa.get_by_role("button", name="Remind me")).to_be_hidden()

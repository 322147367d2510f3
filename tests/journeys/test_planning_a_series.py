"""Ada plans a series on her phone, moves one date and cancels another; Rosa waits in the lobby and asks early."""

from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from foundation import clock
from rooms.models import Surgery
from tests.cast import HOME, Cast
from tests.house import House
from tests.journeys.conftest import Browse

pytestmark = pytest.mark.browser


async def _plan_weekly(ada: Page) -> None:
    await ada.goto(f"/neighbourhoods/{HOME}/surgeries/new")
    await expect(ada.get_by_label("The rule")).to_be_hidden()
    await expect(ada.get_by_label("Where, for a meeting in person")).to_be_hidden()
    await ada.get_by_label("Title").fill("Ask about bikes")
    soon = clock.now() + timedelta(hours=3)
    await ada.get_by_label("Day", exact=True).fill(str(soon.date()))
    await ada.get_by_label("Opens at").fill(f"{soon:%H:%M}")
    await ada.get_by_label("Ends at").fill(f"{soon + timedelta(hours=1):%H:%M}")
    await ada.get_by_label("Repeats").select_option("weekly")
    await expect(ada.locator("#dates li")).to_have_count(5)
    await ada.get_by_role("button", name="Announce it").click()
    await expect(ada.get_by_role("heading", name="Check the dates")).to_be_visible()
    await ada.get_by_role("button", name="Announce these dates").click()
    await expect(ada.locator(".bl-dates li")).to_have_count(await Surgery.all().count())


async def test_ada_plans_a_series_and_rosa_waits_for_its_first_date(browse: Browse, house: House, cast: Cast):
    ada, rosa = await browse(cast.ada, width=360), await browse(cast.rosa)
    await _plan_weekly(ada)
    first, second, third, *_later = await Surgery.all().order_by("starts_at")

    await ada.goto(f"/surgeries/{second.id}/edit")
    await ada.get_by_label("Day", exact=True).fill(str(second.starts_at.date() + timedelta(days=1)))
    await ada.get_by_label("Why it moves").fill("The carol service")
    await ada.get_by_role("button", name="Save").click()
    await expect(ada.locator(".room-about__moved")).to_contain_text("The carol service")

    await rosa.goto(f"/surgeries/{third.id}")
    await ada.goto(f"/surgeries/{third.id}")
    await ada.get_by_role("tab", name="Tools").click()
    await ada.locator("summary", has_text="Cancel this date").click()
    await ada.get_by_label("Why? Everybody reads it.").fill("Training day")
    await ada.get_by_role("button", name="Cancel this date").click()
    await expect(rosa.locator(".room-about__off")).to_contain_text("Training day")

    clock.move(first.starts_at - clock.now() - timedelta(minutes=10))
    await rosa.goto(f"/surgeries/{first.id}")
    await expect(rosa.get_by_text("People waiting: 1")).to_be_visible()
    await expect(rosa.locator("#compose [data-part=send]")).to_be_hidden()
    await rosa.locator("#words").fill("Is the park lit?")
    await rosa.get_by_role("button", name="Ask as a question").click()
    await expect(rosa.locator("#log-list")).to_contain_text("Is the park lit?")
    clock.move(timedelta(minutes=11))
    await house.run_jobs()
    await expect(rosa.locator("#compose [data-part=send]")).to_be_visible()
    await expect(rosa.locator(".room-lobby")).to_be_hidden()

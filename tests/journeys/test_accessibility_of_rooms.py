"""axe finds nothing to complain of where people wait, talk alone, walk about, look for a date, and promise."""

import pytest
from playwright.async_api import expect

from tests.cast import HOME, Cast, Member
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, look, violations
from tests.rooms.booth.conftest import SECRET, begin
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("device", DEVICES)
async def test_the_queue_from_the_button_to_the_call(browse: Browse, cast: Cast, room: Room, axe: str, device: str):
    ada = await room.enter(cast.ada)
    page = await browse(cast.rosa, **DEVICES[device])
    await page.goto(f"/surgeries/{room.id}")
    assert not await page.get_by_role("button", name="Join the queue").is_visible(), "one calm button"
    await page.locator("#queue summary", has_text="Ask for a word alone").click()
    await page.get_by_text("Be here without being seen").click()
    assert await violations(page, axe) == []
    await page.get_by_label("18 or over").first.check()
    await page.get_by_role("button", name="Join the queue").click()
    await expect(page.locator("#queue")).to_contain_text("Your place in the queue")
    assert await violations(page, axe) == []
    await ada.ok("call_next")
    await expect(page.locator("#queue")).to_contain_text("It is your turn")
    assert await violations(page, axe) == []
    await fits(page, "the call")


@pytest.mark.parametrize("device", DEVICES)
async def test_the_booth(browse: Browse, cast: Cast, room: Room, axe: str, device: str):
    talk = await begin(room, cast.rosa, cast.ada)
    await talk.rosa.say(SECRET)
    path = f"/booths/{talk.id}"
    doors: list[tuple[str, Member | None]] = [(path, cast.rosa), (path, cast.ada)]
    doors += [(f"/surgeries/{room.id}/queue", member) for member in (cast.rosa, cast.ada, cast.amir)]
    assert await look(browse, axe, [*doors, ("/admin/booths", cast.dee), ("/weather", None)], device) == {}


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("plan", ["front-office", "library-corner", "community-hall"])
async def test_the_office(browse: Browse, cast: Cast, room: Room, axe: str, device: str, plan: str):
    rosa = await room.enter(cast.rosa)
    await room.enter(cast.ada)
    await rosa.ok("step_in")
    host = await browse(cast.ada, **DEVICES[device])
    path = f"/surgeries/{room.id}/office"
    await host.goto(path)
    await host.get_by_text("Choose another floor, or none").click()
    await host.locator("#floor-plan").select_option(plan)
    await host.get_by_role("button", name="Use it").click()
    assert await violations(host, axe) == []
    assert await look(browse, axe, [(path, cast.amir), (path, None)], device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_the_calendar_and_promises(
    browse: Browse, cast: Cast, house: House, room: Room, scheduled: Room, axe: str, device: str
):
    await (await room.enter(cast.rosa)).ask("When will the lights be mended?")
    await room.act("close")
    paths = ["/calendar", "/calendar?view=month", f"/neighbourhoods/{HOME}/calendar?view=month"]
    doors: list[tuple[str, Member | None]] = [(path, None) for path in paths]
    doors += [(f"/neighbourhoods/{HOME}/promises", member) for member in (None, cast.ada)]
    doors += [(f"/surgeries/{room.id}/remains", cast.ada), (f"/surgeries/{scheduled.id}", cast.rosa)]
    assert await look(browse, axe, doors, device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_checking_the_dates_of_a_series(browse: Browse, cast: Cast, room: Room, axe: str, device: str):
    page = await browse(cast.ada, **DEVICES[device])
    await page.goto(f"/neighbourhoods/{HOME}/surgeries/new")
    await page.get_by_label("Title").fill("Tea")
    await page.get_by_label("Repeats", exact=True).select_option(label="Every week")
    assert await violations(page, axe) == []
    await page.get_by_role("button", name="Announce it").click()
    await expect(page.get_by_role("heading", name="Check the dates")).to_be_visible()
    assert await violations(page, axe) == []
    await page.get_by_role("button", name="Announce these dates").click()
    await page.wait_for_load_state()
    assert await violations(page, axe) == []
    await fits(page, page.url)

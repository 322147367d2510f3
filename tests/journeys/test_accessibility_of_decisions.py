"""axe finds nothing where people read what was decided about them, appeal, flag, and are kept from writing."""

from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from foundation import clock
from moderation.models import Decision
from tests.accounts.browsing import Browser
from tests.cast import Cast, Member
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, look, violations
from tests.moderation.decisions.deciding import Desk
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
def desk(room: Room) -> Desk:
    return Desk(room)


async def _check(page: Page, axe: str, what: str) -> None:
    assert await violations(page, axe) == [], what
    await fits(page, what)


async def _decided(desk: Desk, cast: Cast, action: str, words: str, **more: object) -> str:
    """The id of a decision about something that Rosa said."""
    message = await desk.flagged(cast.rosa, cast.amir, words)
    return str((await desk.decided(cast.mo, message, action, **more))["id"])


async def _appealed(desk: Desk, cast: Cast, outcome: str) -> str:
    decision = await _decided(desk, cast, "hide", f"Something {outcome}")
    appeal = (await desk.appeal(cast.rosa, {"id": decision})).json["id"]
    answer = await desk.house.caller(cast.dee).post(
        f"/appeals/{appeal}/decision", {"outcome": outcome, "reason": "Read anew"}
    )
    assert answer.status == 204, answer.text
    return decision


@pytest.mark.parametrize("device", DEVICES)
async def test_decisions_in_every_state(browse: Browse, cast: Cast, desk: Desk, axe: str, device: str) -> None:
    edited = await _decided(desk, cast, "edit", "He did it", body="Somebody did it")
    late, by_rule = await _decided(desk, cast, "hide", "Too late"), await _decided(desk, cast, "hide", "By a rule")
    await Decision.filter(id=late).update(at=clock.now() - timedelta(days=21))
    await Decision.filter(id=by_rule).update(actor_id=None, actor_role=None)
    states = [edited, late, by_rule, await _decided(desk, cast, "none", "Nothing wrong")]
    states += [await _appealed(desk, cast, outcome) for outcome in ("upheld", "overturned")]
    states.append(await _decided(desk, cast, "silence", "Loud", seconds=3600))
    doors: list[tuple[str, Member | None]] = [("/decisions", cast.rosa), ("/notices", cast.rosa)]
    doors += [(f"/decisions/{state}", cast.rosa) for state in states]
    assert await look(browse, axe, doors, device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_an_appeal_that_is_refused_and_then_made(
    browse: Browse, cast: Cast, desk: Desk, axe: str, device: str
) -> None:
    decision = await _decided(desk, cast, "hide", "Taken down")
    page = await browse(cast.rosa, **DEVICES[device])
    await page.goto(f"/decisions/{decision}")
    await page.get_by_role("link", name="If you think this is wrong").click()
    await page.get_by_role("button", name="Appeal").click()
    await expect(page.get_by_role("alert")).to_be_visible()
    await _check(page, axe, "an empty appeal")
    await page.get_by_label("Say why, in your own words").fill("It is about a lamp")
    await page.get_by_role("button", name="Appeal").click()
    await expect(page.get_by_text("Your appeal is made")).to_be_visible()
    await _check(page, axe, "an appeal that was made")


@pytest.mark.parametrize("device", DEVICES)
async def test_flags_from_the_form_to_what_came_of_them(
    browse: Browse, cast: Cast, desk: Desk, house: House, axe: str, device: str
) -> None:
    await _decided(desk, cast, "hide", "Taken down")
    message = str((await (await desk.room.enter(cast.rosa)).say("Still there"))["id"])
    room, back = f"/surgeries/{desk.room.id}", f"&back=/surgeries/{desk.room.id}"
    forms = [f"/flags/new?type=message&id={message}{back}", f"{room}/messages/{message}/flag"]
    forms += [f"/flags/new?type={type_}&id={cast.rosa.id}{back}" for type_ in ("person", "avatar")]
    doors = [(form, member) for form in forms for member in (cast.gwen, cast.amir)]
    assert await look(browse, axe, [*doors, ("/flags", cast.amir)], device) == {}
    page = await browse(cast.amir, **DEVICES[device])
    await page.goto(forms[0])
    await page.get_by_role("button", name="Someone is in danger").click()
    await expect(page.get_by_role("link", name="Call 999")).to_be_visible()
    await _check(page, axe, "thanks")
    await page.goto(forms[1])
    await expect(page.get_by_text("You have flagged this already")).to_be_visible()
    await _check(page, axe, "flagged already")
    await _mute(house, cast)
    await page.get_by_label("It is abusive or hateful").check()
    await page.get_by_role("button", name="Send to the moderators").click()
    await expect(page.get_by_text("You can’t flag for now").first).to_be_visible()
    await _check(page, axe, "muted")
    assert await look(browse, axe, [("/flags", cast.amir)], device) == {}


async def _mute(house: House, cast: Cast) -> None:
    mo, page = Browser(house.url, cast.mo), f"/moderation/flaggers/{cast.amir.id}"
    await mo.get(page)
    assert (await mo.post(f"{page}/mute", days="7", reason="Every line of hers")).status == 303
    await mo.close()


@pytest.mark.parametrize("device", DEVICES)
async def test_the_dialogue_in_the_room(browse: Browse, cast: Cast, desk: Desk, axe: str, device: str) -> None:
    message = (await (await desk.room.enter(cast.rosa)).say("Good evening"))["id"]
    page = await browse(cast.gwen, **DEVICES[device])
    await page.goto(f"/surgeries/{desk.room.id}")
    await page.locator(f"#m-{message} summary").click()
    await page.locator(f"#m-{message}").get_by_role("link", name="Flag").click()
    await page.get_by_text("It is something else").click()
    await _check(page, axe, "the dialogue")
    await page.get_by_role("button", name="Someone is in danger").click()
    await expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    await _check(page, axe, "its thanks")


@pytest.mark.parametrize("device", DEVICES)
async def test_what_stands_in_the_room_in_the_place_of_words(
    browse: Browse, cast: Cast, desk: Desk, axe: str, device: str
) -> None:
    room = f"/surgeries/{desk.room.id}"
    await _decided(desk, cast, "hide", "Taken down")
    await _decided(desk, cast, "edit", "He did it", body="Somebody did it")
    host = await desk.room.enter(cast.ada)
    for mode in ("newcomers", "premoderated", "locked", "open"):
        await host.ok("set_mode", mode=mode)
        if mode == "premoderated":
            await (await desk.room.enter(cast.rosa)).say("It waits")
        doors: list[tuple[str, Member | None]] = [(room, member) for member in (cast.rosa, cast.ada, cast.gwen)]
        assert await look(browse, axe, doors, device) == {}, mode
    page = await browse(cast.gwen, **DEVICES[device])
    await page.goto(room)
    await page.locator("#words").fill("Ring me on 07700 900123")
    await page.locator("#compose").get_by_role("button", name="Send", exact=True).click()
    await expect(page.get_by_text("looks like a phone number").first).to_be_visible()
    await _check(page, axe, "asked before it is sent")
    await _decided(desk, cast, "silence", "Loud", seconds=24 * 3600)
    assert await look(browse, axe, [(room, cast.rosa)], device) == {}


@pytest.mark.parametrize("device", DEVICES)
async def test_who_is_removed_while_they_are_there_and_when_they_come_back(
    browse: Browse, cast: Cast, desk: Desk, axe: str, device: str
) -> None:
    room = f"/surgeries/{desk.room.id}"
    page = await browse(cast.rosa, **DEVICES[device])
    await page.goto(room)
    await expect(page.locator("#words")).to_be_visible()
    decision = await _decided(desk, cast, "remove", "Hatred", seconds=24 * 3600)
    removed = page.locator("[data-standing=removed]")
    await expect(removed).to_contain_text("You were removed from this room.")
    tomorrow = clock.now().astimezone(desk.house.settings.time_zone) + timedelta(days=1)
    await expect(removed).to_contain_text(f"{tomorrow:%A}")
    await _check(page, axe, "removed")
    answer = await page.goto(room)
    assert answer is not None
    assert answer.status == 403
    await expect(page.get_by_role("heading", name="You can’t come in")).to_be_visible()
    await _check(page, axe, "outside")
    await page.get_by_role("link", name="Read what was decided, and how to appeal").click()
    await page.locator(f"a[href='/decisions/{decision}']").click()
    await expect(page.get_by_text("It ends by itself on")).to_be_visible()

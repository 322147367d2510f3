"""Gwen, a guest, flags at one press: by keyboard alone, with scripts and without."""

import pytest
from playwright.async_api import Page, expect

from moderation.models import Flag
from tests.cast import Cast, Member
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, look
from tests.moderation.flags.people import flags
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


async def _said(room: Room, cast: Cast) -> str:
    rosa = await room.enter(cast.rosa)
    return str((await rosa.say("Dai from number nine drinks"))["id"])


async def _press(page: Page, name: str) -> None:
    """Reach a button of this name with the tab key alone, and press it."""
    wanted = page.get_by_role("button", name=name).locator("visible=true")
    for _step in range(60):
        if await wanted.evaluate("button => button === document.activeElement"):
            return await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")
    raise AssertionError(f"{name} can't be reached by keyboard")


async def _reasons(target: str) -> list[tuple[str, str]]:
    rows = await Flag.filter(target_id=target).order_by("id").values("person_id", "reason")
    return [(row["person_id"], row["reason"]) for row in rows]


async def test_gwen_flags_by_keyboard_and_is_told_what_happens_next(browse: Browse, cast: Cast, room: Room):
    said = await _said(room, cast)
    gwen = await browse(cast.gwen, width=360)
    await gwen.goto(f"/surgeries/{room.id}")
    await gwen.locator(f"#m-{said} summary").focus()
    await gwen.keyboard.press("Enter")
    await gwen.locator(f"#m-{said}").get_by_role("link", name="Flag").focus()
    await gwen.keyboard.press("Enter")
    dialog = gwen.get_by_role("dialog")
    await expect(dialog.get_by_role("heading", name="Flag this message")).to_be_visible()
    await _press(gwen, "Someone is in danger")
    await expect(dialog.get_by_role("heading", name="Thank you")).to_be_visible()
    await expect(dialog.get_by_role("link", name="Call 999")).to_be_visible()
    await expect(dialog.get_by_role("button", name="Close this")).to_be_focused()
    await gwen.keyboard.press("Enter")
    await expect(dialog).to_have_count(0)
    assert await _reasons(said) == [(cast.gwen.id, "danger")]


async def test_gwen_flags_at_one_press_without_scripts(browse: Browse, cast: Cast, room: Room):
    said = await _said(room, cast)
    gwen = await browse(cast.gwen, scripts=False, width=360)
    await gwen.goto(f"/surgeries/{room.id}")
    await gwen.locator(f"#m-{said} summary").click()
    await gwen.locator(f"#m-{said}").get_by_role("link", name="Flag").click()
    await _press(gwen, "This is about me")
    await expect(gwen.get_by_role("heading", name="Thank you")).to_be_visible()
    await gwen.get_by_role("main").get_by_role("link", name="See what you flagged").click()
    await expect(gwen.get_by_text("Waiting for a moderator")).to_be_visible()
    assert await _reasons(said) == [(cast.gwen.id, "about_me")]


async def test_gwen_flags_a_name_from_where_she_read_it(browse: Browse, cast: Cast, room: Room):
    said = await _said(room, cast)
    gwen = await browse(cast.gwen)
    await gwen.goto(f"/surgeries/{room.id}")
    await gwen.locator(f"#m-{said} summary").click()
    await gwen.locator(f"#m-{said}").get_by_role("link", name="Flag").click()
    await gwen.get_by_role("link", name="It is the name or the picture").click()
    await expect(gwen.get_by_role("main").get_by_text("Rosa Jones")).to_be_visible()
    await gwen.get_by_role("radio", name="It is abusive or hateful").check()
    await gwen.get_by_role("button", name="Send to the moderators").click()
    await expect(gwen.get_by_role("heading", name="Thank you")).to_be_visible()
    assert await _reasons(cast.rosa.id) == [(cast.gwen.id, "abuse")]
    await gwen.get_by_role("link", name="Back to where you were").click()
    await expect(gwen.locator(f"#m-{said}")).to_be_visible()


@pytest.mark.parametrize("device", DEVICES)
async def test_the_pages_of_flags(browse: Browse, cast: Cast, room: Room, axe: str, device: str):
    said = await _said(room, cast)
    assert (await flags(room.house, cast.gwen, said, note="Look at this")).status == 201
    new = [f"/flags/new?type={type_}&id={cast.rosa.id}" for type_ in ("person", "avatar")]
    doors: list[tuple[str, Member | None]] = [(path, cast.gwen) for path in ("/flags", *new)]
    doors += [(f"/flags/new?type=message&id={said}", cast.gwen), (f"/moderation/flaggers/{cast.gwen.id}", cast.mo)]
    assert await look(browse, axe, doors, device) == {}

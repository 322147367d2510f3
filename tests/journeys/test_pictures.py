"""Pictures on the screens of others: changed, put into uniform, and out of it, while people look."""

import re

import pytest
from playwright.async_api import Locator, Page, expect

from accounts.models import Person
from accounts.staffing.service import suspend
from tests.accounts.avatars.pictures import GOOD
from tests.cast import Cast
from tests.house import House
from tests.journeys.conftest import Browse
from tests.rooms_from_outside import Room

pytestmark = pytest.mark.browser


async def say(page: Page, words: str) -> None:
    await page.get_by_label("Your message or question").fill(words)
    await page.locator("#compose").get_by_role("button", name="Send", exact=True).click()
    await expect(page.locator("#log-list li", has_text=words)).to_be_visible()


def said(page: Page, words: str) -> Locator:
    return page.locator("#log-list li", has_text=words)


async def is_drawn(picture: Locator, address: str) -> None:
    """The browser shows this picture, and got it."""
    await expect(picture).to_have_attribute("src", re.compile(address))
    await picture.evaluate("img => img.decode()")


async def test_rosas_new_face_appears_on_amirs_screen(browse: Browse, room: Room, cast: Cast) -> None:
    rosa, amir = await browse(cast.rosa, width=360), await browse(cast.amir)
    asked: list[str] = []
    amir.on("request", lambda request: asked.append(request.url))
    for page in (rosa, amir):
        await page.goto(f"/surgeries/{room.id}")
    await say(rosa, "The lights are out")
    face = said(amir, "The lights are out").locator(".bl-avatar__face")
    await is_drawn(face, "^/avatars/plant-")
    chooser = await rosa.context.new_page()
    await chooser.goto("/account/avatar")
    await chooser.get_by_role("radio", name="Sunny yellow").check()
    await chooser.get_by_role("radio", name="Face with big curls and glasses").check()
    await chooser.get_by_role("button", name="Save my picture").click()
    await expect(chooser.get_by_text("Your picture is changed")).to_be_visible()
    await is_drawn(face, r"^/avatars/peep-curls-sun\.svg\?v=")
    await expect(said(amir, "The lights are out").locator(".bl-avatar__layer")).to_have_count(0)
    assert not [url for url in asked if "__" in url], "no picture is asked for by the name of its place"


async def test_a_suspended_officers_uniform_and_photo_leave_every_screen(
    browse: Browse, house: House, room: Room, cast: Cast
) -> None:
    ada, amir, gwen = await browse(cast.ada), await browse(cast.amir, dark=True), await browse(width=360)
    await ada.goto("/account/photo")
    picture = {"name": "me.jpg", "mimeType": "image/jpeg", "buffer": GOOD["JPEG of a camera"]}
    await ada.get_by_label("New photo").set_input_files(picture)  # type: ignore[arg-type]
    await ada.get_by_label("What the photo shows").fill("Ada at the market")
    await ada.get_by_role("button", name="Show this photo").click()
    await expect(ada.get_by_text("Your photo is shown now")).to_be_visible()
    for page in (ada, amir, gwen):
        await page.goto(f"/surgeries/{room.id}")
    await say(ada, "Good evening, all")
    for page in (amir, gwen):
        line = said(page, "Good evening, all")
        await is_drawn(line.locator(".bl-avatar__face"), "^/avatars/photos/")
        await is_drawn(line.locator(".bl-avatar__layer"), "^/static/images/uniform/photo.svg")
    await suspend(house.app, cast.dee.viewer, cast.ada.id, "Under investigation")
    for page in (amir, gwen):
        await expect(page.locator("#room .bl-avatar__layer")).to_have_count(0)
        await expect(page.locator("#room .bl-badge--officer")).to_have_count(0)
        await expect(page.locator('#room img[src^="/avatars/photos/"]')).to_have_count(0)
        await is_drawn(said(page, "Good evening, all").locator(".bl-avatar__face"), "^/avatars/plant-")


async def test_the_picture_is_chosen_by_keyboard_and_the_faces_take_the_colour(browse: Browse, cast: Cast) -> None:
    await Person.filter(id=cast.rosa.id).update(avatar="plant-palm-sky")
    rosa = await browse(cast.rosa)
    await rosa.goto("/account/avatar")
    await rosa.get_by_role("radio", name="Rose").focus()
    await rosa.keyboard.press("Space")
    face = rosa.get_by_role("img", name="Face with a turban and a beard")
    await expect(face).to_have_attribute("src", "/avatars/peep-turban-rose.svg")
    checked = rosa.locator("input[name=face]:checked")
    before = await checked.input_value()
    await checked.focus()
    await rosa.keyboard.press("ArrowRight")
    await expect(checked).not_to_have_value(before)
    chosen = await checked.input_value()
    await rosa.keyboard.press("Enter")
    await expect(rosa.get_by_text("Your picture is changed")).to_be_visible()
    await expect(rosa.locator(".bl-avatar-now .bl-avatar__face").first).to_have_attribute(
        "src", re.compile(f"^/avatars/{chosen}-rose")
    )

"""The office by keyboard and by hand: two neighbours meet in it, and what one says stands over them."""

from uuid import uuid4

from playwright.async_api import expect

from tests.cast import Cast
from tests.journeys.conftest import Browse
from tests.rooms_from_outside import Room


async def test_rosa_walks_by_keyboard_and_amir_sees_her_and_reads_what_she_says(room: Room, cast: Cast, browse: Browse):
    await room.enter(cast.ada)
    rosa, amir = await browse(cast.rosa), await browse(cast.amir, width=360)
    for page in (rosa, amir):
        await page.goto(f"/surgeries/{room.id}/office")
    rosas = amir.locator(f'[data-walker="{cast.rosa.id}"]')
    await expect(rosas).to_have_count(0)
    await rosa.get_by_role("button", name="Step in").focus()
    await rosa.keyboard.press("Enter")
    await expect(rosas).to_have_count(1)
    await expect(amir.locator("#floor-who")).to_contain_text("Rosa Jones")
    before = await rosas.get_attribute("transform")
    await expect(rosa.locator("#floor-stage")).to_be_focused()
    await rosa.keyboard.press("ArrowDown")
    await expect(rosas).not_to_have_attribute("transform", before or "")
    await rosa.get_by_role("button", name="Walk to the board").focus()
    await rosa.keyboard.press("Enter")
    await expect(amir.locator('[data-there="board"]')).to_have_text("One neighbour is at the notice board.")
    await expect(rosa.locator("#announcer")).to_contain_text("You are at the notice board.")
    await expect(rosa.locator("#floor-board details")).to_have_attribute("open", "")
    await rosa.locator("#words").fill("The lamps are out again")
    await rosa.locator("#compose").get_by_role("button", name="Send", exact=True).click()
    bubble = amir.locator(".floor-bubble")
    await expect(bubble).to_contain_text("The lamps are out again")
    mo = await room.enter(cast.mo)
    posted = next(entry for entry in await room.log() if entry["kind"] == "message_posted")
    await mo.ok("hide_message", id=posted["data"]["id"], reason="A try")
    await expect(bubble).to_have_count(0)
    await rosa.get_by_role("button", name="Step out").click()
    await expect(rosas).to_have_count(0)
    assert await amir.evaluate("document.documentElement.scrollWidth") <= 360


async def test_who_was_there_before_amir_came_is_drawn_once_and_leaves(room: Room, cast: Cast, browse: Browse):
    rosa, amir = await browse(cast.rosa), await browse(cast.amir)
    await rosa.goto(f"/surgeries/{room.id}/office")
    await rosa.get_by_role("button", name="Step in").click()
    await expect(rosa.locator("#floor-people [data-walker]")).to_have_count(1)
    await amir.goto(f"/surgeries/{room.id}/office")
    await amir.get_by_role("button", name="Step in").click()
    await expect(amir.locator("#floor-people [data-walker]")).to_have_count(2)
    await rosa.get_by_role("button", name="Step out").click()
    await expect(amir.locator("#floor-people [data-walker]")).to_have_count(1)


async def test_a_callers_words_stand_over_no_officer_and_an_answer_goes_with_its_question(
    room: Room, cast: Cast, browse: Browse
):
    ada, rosa, mo = await room.enter(cast.ada), await room.enter(cast.rosa), await room.enter(cast.mo)
    asked = await rosa.ask("Who parks on the pavement?")
    amir = await browse(cast.amir)
    await amir.goto(f"/surgeries/{room.id}/office")
    await expect(amir.locator("#floor-officers > *")).to_have_count(1)
    await ada.ok("relay_message", client_id=str(uuid4()), body="They are all thieves here", source="phone")
    await expect(amir.locator("#log")).to_contain_text("They are all thieves here")
    await expect(amir.locator(".floor-bubble")).to_have_count(0)
    await ada.ok("answer_question", id=asked, client_id=str(uuid4()), body="The man from number 14 does")
    await expect(amir.locator(".floor-bubble")).to_contain_text("number 14")
    await mo.ok("hide_message", id=asked, reason="Somebody is named")
    await expect(amir.locator(".floor-bubble")).to_have_count(0, timeout=1500)

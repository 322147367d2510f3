"""A panel agrees while neighbours look on: the open pages of its round show it without being loaded anew."""

import pytest
from playwright.async_api import expect

from tests.cast import Cast
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, look
from tests.priorities.agreeing.sitting import Sitting, name, sit
from tests.priorities.poll import IDEAS, Poll
from tests.priorities.results.counted import silent

pytestmark = pytest.mark.browser


@pytest.fixture
def poll(house: House, cast: Cast) -> Poll:
    return Poll(house, cast)


@pytest.fixture
async def sitting(house: House, cast: Cast, poll: Poll) -> Sitting:
    return await sit(house, cast, poll)


async def test_rosa_sees_it_agree(sitting: Sitting, browse: Browse, cast: Cast) -> None:
    ada, rosa, anybody = await browse(cast.ada), await browse(cast.rosa), await browse(width=360)
    panel = f"/rounds/{sitting.round_id}/panel"
    for page, path in ((ada, panel), (rosa, panel), (anybody, f"/rounds/{sitting.round_id}/results")):
        await page.goto(path)
    await expect(rosa.get_by_text("Nothing is agreed yet.")).to_be_visible()
    await ada.get_by_label(IDEAS[2]).uncheck()
    await ada.get_by_role("button", name="Go on").click()
    for each in range(2):
        await ada.get_by_label("What does the team promise to do?").nth(each).fill("We check the speed each Friday.")
    await ada.get_by_label("Why does the panel depart from the vote?").fill("Noise is what the council works on.")
    await ada.get_by_role("button", name="Adopt, for everybody to see").click()
    await expect(ada.get_by_role("heading", name="What the panel agreed")).to_be_visible()
    await expect(rosa.get_by_text("Noise is what the council works on.")).to_be_visible()
    await expect(rosa.get_by_text("Nothing is agreed yet.")).to_be_hidden()
    await expect(anybody.get_by_text("Noise is what the council works on.")).to_be_visible()


async def test_amir_says_yes_without_scripts(sitting: Sitting, browse: Browse, cast: Cast) -> None:
    ada, amir = await browse(cast.ada, scripts=False), await browse(cast.amir, scripts=False)
    await ada.goto(f"/rounds/{sitting.round_id}/panel")
    await ada.get_by_label("Find a resident by name").fill("Amir")
    await ada.get_by_role("button", name="Find", exact=True).click()
    await ada.get_by_role("button", name="Ask them").click()
    await amir.goto("/notices")
    await expect(amir.get_by_text("The police ask whether you will sit on the panel").first).to_be_visible()
    await amir.get_by_role("button", name="Go there").first.click()
    await amir.get_by_role("button", name="Yes, I will").click()
    await expect(amir.get_by_role("button", name="Leave the panel")).to_be_visible()
    await ada.reload()
    await expect(ada.locator("#main-content").get_by_text("Amir Khan").first).to_be_visible()


@pytest.mark.parametrize("device", DEVICES)
async def test_axe_finds_nothing(
    sitting: Sitting, poll: Poll, browse: Browse, cast: Cast, axe: str, device: str
) -> None:
    before = await sit(sitting.house, cast, poll, title="Autumn priorities")
    assert (await before.agree(0, 3, reason="The council acts on noise.")).status == 200
    assert (await before.agree(0, 1, 3, reason="The council.", why="Bikes came back.", version=1)).status == 200
    await silent(before.round_id, ("16_or_17", 30, 12), ("18_or_over", 200, 60))
    await name(sitting, cast.rosa, cast.ada)
    one, two = sitting.options[0], sitting.options[3]
    doors = [
        (f"/rounds/{before.round_id}/results", None),
        (f"/rounds/{before.round_id}/panel", None),
        (f"/rounds/{sitting.round_id}/panel", cast.rosa),
        (f"/rounds/{sitting.round_id}/panel?name=am", cast.ada),
        (f"/rounds/{sitting.round_id}/panel/agree?option={one}&option={two}", cast.ada),
        (f"/rounds/{sitting.round_id}/panel/agree", cast.ada),
        (f"/rounds/{before.round_id}/words", cast.mo),
    ]
    assert await look(browse, axe, doors, device) == {}

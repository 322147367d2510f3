"""Ada gives out a slip on a phone, types it in, and Huw does so too; and the paper is one sheet for each slip."""

import re

import pytest
from playwright.async_api import expect

from priorities.models import Phase
from tests.cast import Cast
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, look, violations
from tests.priorities.poll import IDEAS, Poll

pytestmark = pytest.mark.browser
TABLE = "name,house,street,town,postcode\nJane Doe,14,Salisbury Road,Cardiff,CF10 1AA\nSam Roe,2,,Cardiff,CF10 1AA\n"


@pytest.fixture
def poll(house: House, cast: Cast) -> Poll:
    return Poll(house, cast)


async def test_a_slip_from_the_printer_to_the_count(poll: Poll, browse: Browse, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    ada, huw = await browse(cast.ada, width=360, scripts=False), await browse(cast.huw, scripts=False)
    await ada.goto(f"/rounds/{round_id}")
    await ada.get_by_role("link", name="Paper ballots").click()
    await ada.get_by_label("How many slips").fill("2")
    await ada.get_by_role("button", name="Make the slips").click()
    await expect(ada.locator(".slip")).to_have_count(2)
    await ada.goto(f"/rounds/{round_id}/slips")
    await ada.get_by_role("link", name="Give out").click()
    await ada.get_by_label("First name and surname").fill("Jane Doe")
    await ada.get_by_label("Number or name of the house").fill("14")
    await ada.get_by_label("Postcode").fill("CF10 1AA")
    await ada.get_by_role("button", name="Give them this slip").click()
    await expect(ada.get_by_text("You can hand the slip over.")).to_be_visible()
    for page, said in ((ada, "Now somebody else types the same slip in."), (huw, "that slip is counted.")):
        await page.goto(f"/rounds/{round_id}/slips/read")
        await page.get_by_label("Number of the slip").fill("1")
        await page.get_by_label(re.compile(IDEAS[1])).check()
        await page.get_by_role("button", name="Keep it").click()
        await expect(page.get_by_text(said)).to_be_visible()


async def test_each_slip_and_each_letter_is_one_sheet_of_a4(poll: Poll, browse: Browse, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    ada = await browse(cast.ada)
    await ada.goto(f"/rounds/{round_id}/slips")
    await ada.get_by_label("How many slips").fill("3")
    await ada.get_by_role("button", name="Make the slips").click()
    await expect(ada.locator(".slip")).to_have_count(3)
    assert _sheets(await ada.pdf(prefer_css_page_size=True)) == 3
    await ada.goto(f"/rounds/{round_id}/letters")
    await ada.get_by_label("Or the same, pasted here").fill(TABLE)
    await ada.get_by_role("button", name="Make the letters").click()
    await expect(ada.locator(".letter")).to_have_count(2)
    assert _sheets(await ada.pdf(prefer_css_page_size=True)) == 2


@pytest.mark.parametrize("many", [6, 30, 100])
async def test_a_slip_of_many_proposals_begins_on_a_sheet_of_its_own_and_says_if_there_are_more(
    poll: Poll, browse: Browse, cast: Cast, many: int
) -> None:
    round_id = await poll.begin(Phase.VOTE, ideas=tuple(f"Cars too fast in street {number}" for number in range(many)))
    ada = await browse(cast.ada)
    await ada.goto(f"/rounds/{round_id}/slips")
    await ada.get_by_label("How many slips").fill("2")
    await ada.get_by_role("button", name="Make the slips").click()
    await expect(ada.locator(".slip")).to_have_count(2)
    sheets, odd = divmod(_sheets(await ada.pdf(prefer_css_page_size=True)), 2)
    assert (odd, sheets >= 1) == (0, True)
    await expect(ada.get_by_text("Staple each slip together")).to_have_count(int(sheets > 1))


@pytest.mark.parametrize("device", DEVICES)
async def test_axe_finds_nothing(poll: Poll, browse: Browse, cast: Cast, axe: str, device: str) -> None:
    round_id = await poll.begin(Phase.VOTE)
    ranked = await poll.begin(Phase.VOTE, method="ranking")
    paths = ("slips", "slips/issue", "slips/read", "slips/spoil", "slips/return", "letters")
    doors = [
        (f"/rounds/{each}/{path}", cast.ada) for each, path in ((ranked, "slips/read"), *((round_id, p) for p in paths))
    ]
    assert await look(browse, axe, doors, device) == {}
    ada = await browse(cast.ada, **DEVICES[device])
    for path, label, words, button in (
        ("slips", "How many slips", "2", "Make the slips"), ("slips", "How many slips", "x", "Make the slips"),
        ("slips/issue", "Their name here", "ro", "Find them"), ("slips/read", "Number of the slip", "9", "Keep it"),
        ("letters", "Or the same, pasted here", TABLE, "Make the letters"),
        ("letters", "Or the same, pasted here", "x", "Make the letters"),
    ):  # fmt: skip
        await ada.goto(f"/rounds/{round_id}/{path}")
        await ada.get_by_label(label).fill(words)
        await ada.get_by_role("button", name=button).click()
        assert await violations(ada, axe) == [], (path, words)
        await fits(ada, path)


def _sheets(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))

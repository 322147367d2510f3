"""What stands around a proposal, in a browser: similar ones while one types, putting together, refusing, evidence."""

import pytest
from playwright.async_api import expect

from foundation.ids import new_id
from priorities.models import Phase
from priorities.proposals.evidence.service import write_card
from priorities.proposals.merging.service import merge
from priorities.proposals.models import RecordedCrime
from priorities.proposals.refusing.service import appeal, refuse
from priorities.proposals.supporting.service import support
from priorities.proposals.talking.service import talk
from tests.cast import HOME, Cast, Member
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, look
from tests.priorities.poll import Poll

pytestmark = pytest.mark.browser
WORDS = {
    "known": "Eleven bikes were reported since May. Most were locked to the railings by the lifts.",
    "can": "We mark bikes every Friday, and look at the cameras after each theft.",
    "cannot": "New racks inside the station are for the railway to build.",
    "others": "Transport for Wales, and the council’s cycling team.",
}


@pytest.fixture
def poll(house: House, cast: Cast) -> Poll:
    return Poll(house, cast)


async def _all_of_it(poll: Poll) -> dict[str, tuple[str, Member | None]]:
    """A round in which everything has happened once: each page by its name, and who looks at it."""
    app, cast = poll.house.app, poll.cast
    for month, crimes in (("2022-03", 4), ("2022-04", 9), ("2022-05", 11)):
        await RecordedCrime.create(
            id=new_id(), neighbourhood_id=HOME, month=month, category="bicycle-theft", crimes=crimes
        )
    round_id = await poll.begin(Phase.GATHER, ("Noise in the park at night",))
    old = await poll.proposal(round_id, title="Bikes at the station")
    into = await poll.proposal(round_id, title="Bikes stolen at the station", author=cast.amir)
    refused = await poll.proposal(round_id, title="Parking by the school")
    await support(app, cast.rosa.viewer, old)
    await write_card(app, cast.ada.viewer, into, WORDS, ["bicycle-theft"], 0)
    await talk(app, cast.amir.viewer, into)
    await merge(app, cast.ada.viewer, old, into, "Both are about bikes at the station.")
    await refuse(app, cast.ada.viewer, refused, "The council decides about parking: here is how to reach it.")
    pages: dict[str, tuple[str, Member | None]] = {
        "appeal": (f"/proposals/{refused}/refusal", cast.rosa),
        "refused": (f"/proposals/{refused}", None),
        "retired": (f"/proposals/{old}", cast.rosa),
        "together": (f"/proposals/{into}", None),
        "as staff": (f"/proposals/{into}", cast.huw),
        "asked": (f"/proposals/{old}/move-support", cast.rosa),
        "choosing": (f"/proposals/{into}/merge", cast.ada),
        "refusing": (f"/proposals/{into}/refuse", cast.ada),
        "writing": (f"/proposals/{into}/evidence", cast.ada),
    }
    await appeal(app, cast.rosa.viewer, refused, "It is about dangerous parking, which is yours.")
    pages["gone"] = (f"/rounds/{round_id}/refused", cast.huw)
    pages["deciding"] = (f"/proposals/{refused}/refusal", cast.huw)
    return pages


@pytest.mark.parametrize("device", DEVICES)
async def test_axe_finds_nothing_and_nobody_scrolls_sideways(browse: Browse, poll: Poll, axe: str, device: str) -> None:
    pages = await _all_of_it(poll)
    assert await look(browse, axe, list(pages.values()), device) == {}


async def test_amir_is_offered_what_rosa_proposed_while_he_types(browse: Browse, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.GATHER, ("Bikes stolen at the station",))
    page = await browse(cast.amir, width=360)
    await page.goto(f"/rounds/{round_id}/proposals/new")
    await page.locator("#title").fill("Stolen bikes at our station")
    link = page.locator("#similar a")
    await expect(link).to_contain_text("Bikes stolen at the station")
    await expect(page.locator("#similar")).to_contain_text("0 supporters")
    await page.locator("#title").fill("Noise in the park at night")
    await expect(page.locator("#similar")).to_be_hidden()


async def test_rosa_moves_her_support_without_scripts(browse: Browse, poll: Poll, cast: Cast) -> None:
    pages = await _all_of_it(poll)
    page = await browse(cast.rosa, scripts=False)
    await page.goto("/notices")
    notice = page.get_by_role("listitem").filter(has_text="Do you want your support to go along?")
    await notice.get_by_role("button").click()
    await expect(page).to_have_url(f"{poll.house.url}{pages['asked'][0]}")
    await page.get_by_role("button", name="Move my support along").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Bikes stolen at the station")
    await expect(page.locator("main")).to_contain_text("Support that went along: 1 of 1.")

"""Rosa votes on her phone, copies her receipt and finds it after the close; axe complains of no page of it."""

import pytest
from playwright.async_api import expect

from foundation import clock
from priorities.models import Phase, Proposal, Round
from tests.cast import Cast
from tests.house import House
from tests.journeys.conftest import Browse
from tests.journeys.looking import DEVICES, fits, look, violations
from tests.priorities.poll import IDEAS, Poll

pytestmark = pytest.mark.browser


@pytest.fixture
def poll(house: House, cast: Cast) -> Poll:
    return Poll(house, cast)


@pytest.mark.parametrize("device", DEVICES)
async def test_rosa_votes_changes_her_mind_and_finds_her_receipt(
    browse: Browse, poll: Poll, cast: Cast, axe: str, device: str
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    page = await browse(cast.rosa, **DEVICES[device])
    receipts = []
    for idea, button in ((IDEAS[0], "Cast the ballot"), (IDEAS[1], "Cast the new ballot")):
        await page.goto(f"/rounds/{round_id}/vote")
        await page.get_by_role("checkbox", name=idea).check()
        await page.get_by_role("button", name=button).click()
        await expect(page.get_by_role("heading", name="Your ballot is cast")).to_be_visible()
        await expect(page.get_by_role("button", name="Print this page")).to_be_visible()
        receipts.append(await page.get_by_label("Your receipt, to copy").input_value())
        assert await violations(page, axe) == []
        await fits(page, "the receipt")
    await Round.filter(id=round_id).update(agree_at=clock.now())
    await poll.house.run_jobs()
    await poll.house.run_jobs()
    await page.goto(f"/rounds/{round_id}/receipts")
    for receipt, said in zip(receipts, ("Not found.", "Counted."), strict=True):
        await page.get_by_label("Look for your receipt").fill(receipt.upper())
        await page.get_by_role("button", name="Was it counted?").click()
        await expect(page.get_by_role("alert")).to_contain_text(said)
        assert await violations(page, axe) == []
        await fits(page, said)


@pytest.mark.parametrize("device", DEVICES)
async def test_every_ballot_can_be_read_by_everybody(
    browse: Browse, poll: Poll, cast: Cast, axe: str, device: str
) -> None:
    late = await poll.begin(Phase.AGREE)
    rounds = [await poll.begin(Phase.VOTE, method=method) for method in ("approval", "points", "ranking")]
    await Proposal.filter(id=(await poll.options(rounds[0]))[0]).update(state="hidden")
    early = await poll.begin(Phase.SHAPE)
    empty = await poll.begin(Phase.VOTE, ideas=())
    doors = [(f"/rounds/{each}/vote", member) for each in rounds for member in (cast.rosa, None)]
    doors += [(f"/rounds/{each}/vote", cast.rosa) for each in (early, late, empty)]
    doors += [(f"/rounds/{rounds[0]}/vote", cast.olga), (f"/rounds/{rounds[0]}/receipts", None)]
    assert await look(browse, axe, doors, device) == {}

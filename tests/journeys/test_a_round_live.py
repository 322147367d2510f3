"""The page of a round as others write in it: what is taken down is gone at once, and nothing that one reads moves."""

import pytest
from playwright.async_api import Page, expect

from foundation import clock
from moderation.content import Tell
from priorities.acting.models import Priority
from priorities.models import Phase, Proposal, ProposalState, Round
from priorities.proposals.moderating.content import fetch_proposals
from priorities.proposals.moderating.moderated import Proposals
from priorities.round_rows import touch_round
from priorities.rounds.moving_service import move_rounds
from priorities.writing import Change, write
from tests.cast import HOME
from tests.journeys.conftest import Browse
from tests.journeys.looking import look
from tests.priorities.acting.agreed import agree
from tests.priorities.poll import IDEAS, Poll

pytestmark = pytest.mark.browser
WITHIN = 1_500
"""Milliseconds for the second in which a takedown arrives, and the browser’s own time."""


@pytest.fixture
def poll(house, cast) -> Poll:
    return Poll(house, cast)


@pytest.fixture
def limits() -> bool:
    return False


async def change(poll: Poll, round_id: str, proposal: str, **columns: object) -> None:
    """What a moderator or an author does to a proposal, and everybody’s page hears."""

    async def work() -> Change[None]:
        await Proposal.filter(id=proposal).update(**columns)
        await touch_round(round_id)
        return Change(None, rounds=[round_id])

    await write(poll.house.app, work)


async def opened(page: Page, path: str) -> Page:
    """A page that listens."""
    async with page.expect_websocket():
        await page.goto(path)
    await page.wait_for_timeout(400)
    return page


async def test_a_proposal_that_is_taken_down_leaves_the_open_page(poll: Poll, browse: Browse) -> None:
    round_id = await poll.begin(Phase.GATHER)
    first = (await poll.options(round_id))[0]
    amir = await opened(await browse(poll.cast.amir, width=360), f"/rounds/{round_id}")
    below = amir.get_by_role("link", name=IDEAS[2])
    await below.scroll_into_view_if_needed()
    await change(poll, round_id, first, state=ProposalState.HIDDEN)
    await expect(amir.get_by_text(IDEAS[0])).to_have_count(0, timeout=WITHIN)
    await expect(amir.get_by_text("This is not shown here any more.")).to_be_attached()
    await expect(below).to_be_in_viewport()
    await amir.reload()
    await expect(amir.get_by_text(IDEAS[0])).to_have_count(0)


async def test_it_leaves_a_page_that_a_form_was_answered_with(poll: Poll, browse: Browse) -> None:
    round_id = await poll.begin(Phase.GATHER)
    first = (await poll.options(round_id))[0]
    amir = await opened(await browse(poll.cast.amir), f"/proposals/{first}")
    await Round.filter(id=round_id).update(phase=Phase.VOTE)
    async with amir.expect_websocket():
        await amir.get_by_role("button", name="Support it").click()
    await expect(amir.get_by_role("heading", name=IDEAS[0])).to_be_visible()
    await amir.wait_for_timeout(400)
    await change(poll, round_id, first, state=ProposalState.HIDDEN)
    await expect(amir.get_by_text(IDEAS[0])).to_have_count(0, timeout=WITHIN)


async def test_the_title_of_a_priority_leaves_the_open_page(poll: Poll, browse: Browse) -> None:
    round_id = await poll.begin(Phase.ACT)
    first = (await poll.options(round_id))[0]
    priority = await agree(round_id=round_id, option_id=first, title="Mrs Quagga", issue="It is Mrs Quagga.")
    of_place = f"/neighbourhoods/{HOME}"
    for path in (f"/priorities/{priority}", f"{of_place}/you-said-we-did", f"{of_place}/priorities", of_place):
        amir = await opened(await browse(poll.cast.amir), path)
        await expect(amir.get_by_text("Quagga").first).to_be_visible()
        content = (await fetch_proposals([first]))[first]
        await Proposals().hide(poll.house.app, content, "It names somebody.", _nothing)
        await expect(amir.get_by_text("Quagga")).to_have_count(0, timeout=WITHIN)
        assert "Quagga" not in await amir.title()
        await Proposals().restore(poll.house.app, (await fetch_proposals([first]))[first], _nothing)
        await Priority.filter(id=priority).update(title="Mrs Quagga")


async def _nothing() -> list[Tell]:
    return []


async def test_what_is_new_waits_for_a_link(poll: Poll, browse: Browse) -> None:
    round_id = await poll.begin(Phase.GATHER)
    amir = await opened(await browse(poll.cast.amir), f"/rounds/{round_id}")
    new = await poll.proposal(round_id, title="Motorbikes in the lane", state=ProposalState.HELD)
    await change(poll, round_id, new, state=ProposalState.PUBLISHED)
    await expect(amir.get_by_text("Something is new on this page.", exact=True).first).to_be_visible()
    await expect(amir.get_by_text("Motorbikes in the lane")).to_have_count(0)
    await amir.get_by_role("link", name="Show it").click()
    await expect(amir.get_by_role("link", name="Motorbikes in the lane")).to_be_visible()
    await expect(amir.locator("[data-news]")).to_be_hidden()


async def test_an_open_page_says_where_the_round_stands_by_itself(poll: Poll, browse: Browse) -> None:
    """And what one can do now, unless somebody is about to press something there: then it waits for a link."""
    round_id = await poll.begin(Phase.SHAPE)
    amir = await opened(await browse(poll.cast.amir, width=360), f"/rounds/{round_id}")
    held = await opened(await browse(poll.cast.rosa), f"/rounds/{round_id}")
    await expect(amir.get_by_text("Proposals are being put together and made clear")).to_be_visible()
    await expect(amir.get_by_role("link", name="Vote", exact=True)).to_have_count(0)
    pages = held.get_by_role("navigation", name="Pages of this round")
    await pages.get_by_role("link", name="Overview").focus()
    await poll.move_to(round_id, Phase.VOTE)
    await expect(amir.get_by_text("The vote is open until")).to_be_visible(timeout=WITHIN)
    await expect(amir.get_by_role("button", name="Vote now")).to_be_visible()
    await expect(amir.get_by_role("link", name="Vote", exact=True)).to_be_visible()
    await expect(amir.locator(".bl-steps [aria-current=step]")).to_contain_text("Vote")
    await expect(held.get_by_text("The vote is open until")).to_be_visible()
    await expect(pages.get_by_role("link", name="Overview")).to_be_focused()
    await expect(pages.get_by_role("link", name="Vote", exact=True)).to_have_count(0)
    await held.get_by_role("link", name="Show it").click()
    await expect(pages.get_by_role("link", name="Vote", exact=True)).to_be_visible()


async def test_a_button_that_came_by_itself_is_pressed_with_space(poll: Poll, browse: Browse) -> None:
    round_id = await poll.begin(Phase.SHAPE)
    rosa = await opened(await browse(poll.cast.rosa), f"/rounds/{round_id}")
    await poll.move_to(round_id, Phase.VOTE)
    vote = rosa.get_by_role("button", name="Vote now")
    await expect(vote).to_be_visible()
    await vote.press(" ")
    await expect(rosa).to_have_url(f"{poll.house.url}/rounds/{round_id}/vote")


async def test_a_button_that_has_not_changed_stays_where_it_is(poll: Poll, browse: Browse) -> None:
    """And whoever is about to press it is not told that something is new."""
    round_id = await poll.begin(Phase.GATHER)
    first = (await poll.options(round_id))[0]
    rosa = await opened(await browse(poll.cast.rosa), f"/rounds/{round_id}")
    button = rosa.get_by_role("button", name="Propose something")
    drawn = await button.element_handle()
    assert drawn
    for about_to_press in (False, True):
        if about_to_press:
            await button.focus()
        title = f"Bikes by the canal, {about_to_press}"
        await change(poll, round_id, first, title=title)
        await expect(rosa.get_by_role("link", name=title)).to_be_visible()
        assert await drawn.evaluate("one => one.isConnected")
        await expect(rosa.locator("[data-news]")).to_be_hidden()


async def test_what_one_types_stays_while_the_round_moves_on(poll: Poll, browse: Browse) -> None:
    round_id = await poll.begin(Phase.GATHER)
    ada = await opened(await browse(poll.cast.ada), f"/rounds/{round_id}/manage")
    why = ada.get_by_label("Why?").first
    await why.fill("Many asked for more time.")
    await expect(ada.get_by_text("Step 1 of 7")).to_be_visible()
    await poll.move_to(round_id, Phase.SHAPE)
    await expect(ada.get_by_text("Step 2 of 7")).to_be_visible(timeout=WITHIN)
    await expect(why).to_have_value("Many asked for more time.")
    await expect(why).to_be_focused()


@pytest.mark.parametrize("method", ["approval", "points", "ranking"])
async def test_a_hidden_option_leaves_the_words_of_the_others(poll: Poll, browse: Browse, method: str) -> None:
    round_id = await poll.begin(Phase.SHAPE, ideas=(), method=method)
    for name in ("Alder", "Birch", "Cedar", "Dogwood"):
        await poll.proposal(round_id, title=f"{name} Road", what=f"In {name} Road it is dark.")
    await Round.filter(id=round_id).update(vote_at=clock.now())
    await move_rounds(poll.house.app)
    hidden = (await poll.options(round_id))[1]
    rosa = await opened(await browse(poll.cast.rosa), f"/rounds/{round_id}/vote")
    await change(poll, round_id, hidden, state=ProposalState.HIDDEN)
    await expect(rosa.get_by_text("Birch")).to_have_count(0, timeout=WITHIN)
    for name in ("Alder", "Cedar", "Dogwood"):
        more = rosa.locator("[data-live-item^=more]").filter(has_text=f"In {name} Road it is dark.")
        await expect(more).to_have_count(1)
        await expect(more).to_contain_text(f"Read it: {name} Road")
    await expect(rosa.get_by_text("Its words are not shown.")).to_have_count(1)
    await expect(rosa.locator("form.bl-ballot").get_by_text("This is not shown here any more.")).to_have_count(0)


async def test_an_open_ballot_says_that_the_vote_has_closed_and_not_that_all_was_taken_down(
    poll: Poll, browse: Browse
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    rosa = await opened(await browse(poll.cast.rosa), f"/rounds/{round_id}/vote")
    await rosa.get_by_label(IDEAS[1]).check()
    await Round.filter(id=round_id).update(agree_at=clock.now())
    await move_rounds(poll.house.app)
    await expect(rosa.get_by_text("You can’t vote here any more")).to_be_visible(timeout=WITHIN)
    await expect(rosa.get_by_text("This is not shown here any more.")).to_have_count(0)


async def test_a_hidden_option_keeps_what_one_has_ticked(poll: Poll, browse: Browse) -> None:
    round_id = await poll.begin(Phase.VOTE)
    first, second = (await poll.options(round_id))[:2]
    rosa = await opened(await browse(poll.cast.rosa), f"/rounds/{round_id}/vote")
    await rosa.get_by_label(IDEAS[1]).check()
    await change(poll, round_id, first, state=ProposalState.HIDDEN)
    await expect(rosa.get_by_text(IDEAS[0])).to_have_count(0, timeout=WITHIN)
    await expect(rosa.locator(f"#choice-{second}")).to_be_checked()


async def test_the_pages_of_rounds_are_for_everybody(poll: Poll, browse: Browse, axe: str) -> None:
    cast = poll.cast
    gather, vote = await poll.begin(Phase.GATHER), await poll.begin(Phase.VOTE)
    place = f"/neighbourhoods/{HOME}/priorities"
    doors = [
        ("/priorities", None), ("/priorities", cast.rosa), ("/priorities/how-it-works", None),
        (f"/neighbourhoods/{HOME}", None),
        (place, None), (place, cast.ada), (f"/rounds/{gather}", cast.rosa), (f"/rounds/{vote}", None),
        ("/rounds/new", cast.ada), (f"/rounds/{gather}/manage", cast.ada), (f"/rounds/{vote}/manage", cast.ada),
        (f"/neighbourhoods/{HOME}/round-templates", cast.ada), (f"/neighbourhoods/{HOME}/calendar", None),
    ]  # fmt: skip
    for device in ("phone", "desk in the dark"):
        assert await look(browse, axe, doors, device) == {}

"""The ballot is a form that works without scripts, in every method, and comes back as it was filled in."""

import re

import pytest

from priorities.ballots.models import Ballot, Receipt
from priorities.models import Phase, Proposal
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast, Member
from tests.priorities.poll import IDEAS, Poll


async def test_rosa_ticks_two_and_is_shown_her_receipt_once(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options, rosa = await poll.options(round_id), browser(cast.rosa)
    page = await rosa.get(f"/rounds/{round_id}/vote")
    assert all(idea in page.text for idea in IDEAS)
    answer = await rosa.post(f"/rounds/{round_id}/vote", **{f"choice-{each}": "yes" for each in options[:2]})
    assert answer.status == 200
    receipt = (await Receipt.get()).receipt
    shown = "-".join(receipt[start : start + 4] for start in range(0, 16, 4))
    assert shown in answer.text
    again = await rosa.get(f"/rounds/{round_id}/vote")
    assert "You have voted" in again.text
    assert shown not in again.text, "nobody is shown it again"
    assert " checked" not in again.text, "nor what was chosen"


async def test_points_by_the_form(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE, method="points")
    options, rosa = sorted(await poll.options(round_id)), browser(cast.rosa)
    await rosa.get(f"/rounds/{round_id}/vote")
    given = {f"points-{options[0]}": "8", f"points-{options[1]}": "5", f"points-{options[2]}": ""}
    too_many = await rosa.post(f"/rounds/{round_id}/vote", **given)
    assert too_many.status == 422
    assert 'value="8"' in too_many.text
    assert 'value="5"' in too_many.text
    assert "13" in too_many.text
    for wrong in ("-1", "x", "1.5", "٣", "99999"):
        assert (await rosa.post(f"/rounds/{round_id}/vote", **{f"points-{options[0]}": wrong})).status == 422
    assert (await rosa.post(f"/rounds/{round_id}/vote", **{**given, f"points-{options[1]}": "2"})).status == 200
    assert (await Ballot.get()).choices == (f'[{{"id":"{options[0]}","points":8}},{{"id":"{options[1]}","points":2}}]')


async def test_a_ranking_by_the_form(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE, method="ranking")
    options, rosa = sorted(await poll.options(round_id), reverse=True), browser(cast.rosa)
    await rosa.get(f"/rounds/{round_id}/vote")
    twice = await rosa.post(f"/rounds/{round_id}/vote", **{"place-1": options[0], "place-3": options[0]})
    assert twice.status == 422
    assert twice.text.count(f'value="{options[0]}" selected') == 2
    assert (await rosa.post(f"/rounds/{round_id}/vote", **{"place-1": options[0], "place-3": options[2]})).status == 200
    assert (await Ballot.get()).choices == f'["{options[0]}","{options[2]}"]'


async def test_nothing_chosen_is_asked_for_again(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id, rosa = await poll.begin(Phase.VOTE), browser(cast.rosa)
    await rosa.get(f"/rounds/{round_id}/vote")
    answer = await rosa.post(f"/rounds/{round_id}/vote")
    assert answer.status == 422
    assert "Choose at least one" in answer.text


async def test_everybody_has_an_order_of_their_own_and_keeps_it(poll: Poll, cast: Cast) -> None:
    ideas = tuple(f"Idea number {number}" for number in range(12))
    round_id = await poll.begin(Phase.VOTE, ideas=ideas)

    async def order(member: Member) -> list[str]:
        page = await poll.house.page(f"/rounds/{round_id}/vote", member)
        return re.findall(r'id="choice-(\w+)"', page.text)

    rosas, amirs = await order(cast.rosa), await order(cast.amir)
    assert len(rosas) == 12
    assert sorted(rosas) == sorted(amirs)
    assert rosas != amirs, "one in half a thousand million is the same"
    assert rosas == await order(cast.rosa)


@pytest.mark.parametrize("who", ["olga", "gwen", "ada", "mo"])
async def test_who_may_not_vote_is_told_why_and_can_use_a_code(
    poll: Poll, cast: Cast, browser: NewBrowser, who: str
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    member = browser(getattr(cast, who))
    page = await member.get(f"/rounds/{round_id}/vote")
    assert page.status == 200
    assert 'name="code"' in page.text
    refused = await member.post(f"/rounds/{round_id}/vote", **{f"choice-{(await poll.options(round_id))[0]}": "yes"})
    assert refused.status == 403
    assert " checked" in refused.text, "what was ticked stays ticked"
    assert not await Ballot.all()


async def test_a_wrong_code_entitles_to_nothing(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE)
    reader, option = browser(), (await poll.options(round_id))[0]
    page = await reader.get(f"/rounds/{round_id}/vote")
    assert "/sign-in?back=" in page.text
    wrong = await reader.post(f"/rounds/{round_id}/vote", **{f"choice-{option}": "yes", "code": "7KQ2-MXR4-TD9P"})
    assert wrong.status in (403, 422)
    assert "7KQ2-MXR4-TD9P" in wrong.text
    assert "checked" in wrong.text
    by_json = await poll.house.caller().put(
        f"/rounds/{round_id}/ballot", {"choices": [option], "code": "7KQ2-MXR4-TD9P"}
    )
    assert by_json.status in (403, 422)
    assert not await Ballot.all()


async def test_what_was_taken_down_is_marked_and_its_words_are_gone(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    await Proposal.filter(id=options[0]).update(state="hidden")
    page = await poll.house.page(f"/rounds/{round_id}/vote", cast.rosa)
    assert IDEAS[0] not in page.text
    assert "A proposal that moderators took down" in page.text
    assert "its votes are kept" in page.text
    assert (await poll.cast_ballot(cast.rosa, round_id, options[:1])).status == 200, "its votes are kept, new ones too"


@pytest.mark.parametrize(
    ("phase", "said"),
    [(Phase.SHAPE, "Voting opens on"), (Phase.AGREE, "Voting is closed"), (Phase.DONE, "See the result")],
)
async def test_outside_of_the_vote_the_page_says_when(poll: Poll, cast: Cast, phase: Phase, said: str) -> None:
    round_id = await poll.begin(phase)
    await poll.house.run_jobs()
    page = await poll.house.page(f"/rounds/{round_id}/vote", cast.rosa)
    assert page.status == 200
    assert said in page.text
    assert '<form class="bl-ballot"' not in page.text

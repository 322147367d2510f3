"""When a ballot counts, and what is said to who comes too early, or to a round that was cancelled."""

from datetime import timedelta

import pytest

from foundation import clock
from priorities.ballots.models import Ballot, Receipt
from priorities.models import Phase, Round
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.pages import words_of
from tests.priorities.poll import Poll

REASON = "The station closes for the winter."


async def _cancelled(poll: Poll, round_id: str) -> None:
    answer = await poll.house.caller(poll.cast.ada).post(f"/rounds/{round_id}/cancel", {"reason": REASON})
    assert answer.status == 200, answer.text
    await poll.house.run_jobs()


async def test_nobody_is_told_that_a_ballot_of_a_cancelled_round_counts(
    poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options, rosa = await poll.options(round_id), browser(cast.rosa)
    await rosa.get(f"/rounds/{round_id}/vote")
    assert (await rosa.post(f"/rounds/{round_id}/vote", **{f"choice-{options[0]}": "yes"})).status == 200
    await _cancelled(poll, round_id)
    assert (await Ballot.all().count(), await Receipt.all().count()) == (0, 0), "they are thrown away"

    by_json = await poll.cast_ballot(cast.rosa, round_id, options[:1])
    by_form = await rosa.post(f"/rounds/{round_id}/vote", **{f"choice-{options[0]}": "yes"})
    page = await rosa.get(f"/rounds/{round_id}/vote")
    receipts = await rosa.get(f"/rounds/{round_id}/receipts")
    assert (by_json.status, by_form.status, page.status) == (409, 409, 200)
    for said in (by_json.json["detail"], words_of(by_form.text), words_of(page.text)):
        assert "cancelled, so nobody votes in it, and nothing that was cast before is counted" in said
        assert "still counts" not in said
        assert "are being counted" not in said
    assert REASON in words_of(page.text)
    assert "no receipts are listed" in words_of(receipts.text)
    assert "Keep yours until then" not in words_of(receipts.text)


async def test_a_round_that_is_cancelled_before_its_vote_opens_never(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.SHAPE)
    await _cancelled(poll, round_id)
    page = words_of((await poll.house.page(f"/rounds/{round_id}/vote", cast.rosa)).text)
    assert "was cancelled" in page
    assert "Voting opens on" not in page


@pytest.mark.parametrize("before", [Phase.GATHER, Phase.SHAPE])
async def test_until_the_job_has_opened_the_vote_nobody_is_told_that_it_is_closed(
    poll: Poll, cast: Cast, before: Phase
) -> None:
    round_id = await poll.begin(Phase.SHAPE)
    options = await poll.options(round_id)
    await Round.filter(id=round_id).update(vote_at=clock.now() - timedelta(seconds=1), phase=before)
    answer = await poll.cast_ballot(cast.rosa, round_id, options[:1])
    page = words_of((await poll.house.page(f"/rounds/{round_id}/vote", cast.rosa)).text)
    assert answer.status == 409
    for said in (answer.json["detail"], page):
        assert "Voting opens at this very moment" in said
        assert "closed" not in said.partition("Voting opens")[2][:200]
    assert "are being counted" not in page

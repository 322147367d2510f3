"""Who moves house, or leaves, while people vote: nobody has two ballots by it, and what was cast counts."""

from datetime import timedelta

from accounts.models import Person
from foundation import clock
from priorities.ballots.models import Ballot, Voted
from priorities.models import Phase
from tests.accounts.browsing import NewBrowser
from tests.cast import ELSEWHERE, HOME, Cast
from tests.clients import Answer
from tests.priorities.pages import words_of
from tests.priorities.paper.slips import Slips
from tests.priorities.poll import Poll

POSTCODES = {HOME: "CF10 1AA", ELSEWHERE: "CF64 1AA"}


async def _moved(browser: NewBrowser, cast: Cast, to: str) -> None:
    rosa = browser(cast.rosa)
    await rosa.get("/account/neighbourhood")
    assert (await rosa.post("/account/neighbourhood", postcode=POSTCODES[to])).status == 303
    assert await Person.filter(id=cast.rosa.id, neighbourhood_id=to).exists()


async def _cast(poll: Poll, cast: Cast, round_id: str) -> Answer:
    return await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:1])


async def test_rosa_does_not_take_her_vote_along_to_another_neighbourhood(
    poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    here = await poll.begin(Phase.VOTE)
    there = await poll.begin(Phase.VOTE, neighbourhood_id=ELSEWHERE)
    assert (await _cast(poll, cast, here)).status == 200
    await _moved(browser, cast, ELSEWHERE)
    refused = await _cast(poll, cast, there)
    assert (refused.status, "Nobody votes twice" in refused.json["detail"]) == (403, True)
    assert "Nobody votes twice" in words_of((await poll.house.page(f"/rounds/{there}/vote", cast.rosa)).text)
    slips = Slips(poll, there)
    dee = poll.house.caller(cast.dee)
    assert (await dee.post(f"/rounds/{there}/slips", {"count": 1})).status == 201
    issued = await dee.post(f"/rounds/{slips.round}/slips/issue", {"serial": 1, "person": cast.rosa.id})
    assert (issued.status, issued.json["detail"][:22]) == (409, "They have voted alread")
    assert (await _cast(poll, cast, here)).status == 403, "she lives there no more"
    await _moved(browser, cast, HOME)
    assert (await _cast(poll, cast, here)).status == 200, "she is back, and changes the ballot that she has"
    assert (await Ballot.all().count(), await Voted.all().count()) == (1, 1)


async def test_who_voted_elsewhere_before_this_vote_began_votes_here(
    poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    before = await poll.begin(Phase.VOTE)
    assert (await _cast(poll, cast, before)).status == 200
    await poll.move_to(before, Phase.ACT)
    there = await poll.begin(Phase.VOTE, neighbourhood_id=ELSEWHERE)
    await poll.let_pass(timedelta(hours=1))
    await _moved(browser, cast, ELSEWHERE)
    assert (await _cast(poll, cast, there)).status == 200, "that vote was over before this one began"


async def test_who_moves_before_a_vote_opens_votes_once_where_the_other_one_goes_on(
    poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    here = await poll.begin(Phase.VOTE)
    assert (await _cast(poll, cast, here)).status == 200
    there = await poll.begin(Phase.SHAPE, neighbourhood_id=ELSEWHERE, vote_at=clock.now() + timedelta(days=3))
    await poll.let_pass(timedelta(days=1))
    await _moved(browser, cast, ELSEWHERE)
    await poll.let_pass(timedelta(days=3))
    await poll.house.run_jobs()
    phases = [(await poll.row(each))["phase"] for each in (here, there)]
    assert phases == [Phase.VOTE, Phase.VOTE], "both must be open for this to mean anything"
    refused = await _cast(poll, cast, there)
    assert (refused.status, "Nobody votes twice" in refused.json["detail"]) == (403, True)
    dee = poll.house.caller(cast.dee)
    assert (await dee.post(f"/rounds/{there}/slips", {"count": 1})).status == 201
    assert (await dee.post(f"/rounds/{there}/slips/issue", {"serial": 1, "person": cast.rosa.id})).status == 409
    assert (await Ballot.all().count(), await Voted.all().count()) == (1, 1)


async def test_the_ballot_of_who_leaves_meanwhile_counts(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    assert (await _cast(poll, cast, round_id)).status == 200
    assert (await poll.cast_ballot(cast.amir, round_id, (await poll.options(round_id))[:1])).status == 200
    await Person.filter(id=cast.amir.id).update(suspended_at=(await poll.row(round_id))["vote_at"])
    assert (await poll.cast_ballot(cast.amir, round_id, [])).status in (401, 403)
    await poll.move_to(round_id, Phase.AGREE)
    assert (await poll.house.caller().get(f"/rounds/{round_id}/results")).json["ballots"] == 2

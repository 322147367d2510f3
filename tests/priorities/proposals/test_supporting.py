"""Who lives in a neighbourhood supports proposals until the vote, each once."""

import asyncio

import pytest

from priorities.models import Phase, Proposal
from priorities.proposals.models import Support
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.poll import Poll
from tests.priorities.proposals.ideas import Ideas


async def test_amir_supports_it_once_however_often_he_asks(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    made = await ideas.made(cast.rosa, await poll.begin(ideas=()))
    amir = poll.house.caller(cast.amir)
    answers = await asyncio.gather(*(amir.put(f"/proposals/{made['id']}/support") for _each in range(8)))
    assert {answer.status for answer in answers} == {204}
    read = (await ideas.read(cast.amir, made["id"])).json
    assert (read["supporters"], read["supported"]) == (2, True)
    assert (await amir.delete(f"/proposals/{made['id']}/support")).status == 204
    assert (await amir.delete(f"/proposals/{made['id']}/support")).status == 204
    assert (await ideas.read(cast.amir, made["id"])).json["supporters"] == 1


async def test_outsiders_support_nothing(poll: Poll, cast: Cast) -> None:
    [proposal, *_more] = await poll.options(await poll.begin())
    for who, status in ((cast.olga, 403), (cast.gwen, 403), (cast.ada, 403), (cast.mo, 403), (None, 401)):
        assert (await poll.house.caller(who).put(f"/proposals/{proposal}/support")).status == status, who
    assert await Support.all().count() == 0


@pytest.mark.parametrize(("phase", "status"), [(Phase.SHAPE, 204), (Phase.VOTE, 409), (Phase.DONE, 409)])
async def test_it_ends_with_the_vote(poll: Poll, cast: Cast, phase: Phase, status: int) -> None:
    [proposal, *_more] = await poll.options(await poll.begin(phase))
    assert (await poll.house.caller(cast.amir).put(f"/proposals/{proposal}/support")).status == status


async def test_the_button_does_the_same_and_leads_back(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin()
    [proposal, *_more] = await poll.options(round_id)
    amir = browser(cast.amir)
    page = (await amir.get(f"/rounds/{round_id}")).text
    assert "Nobody supports it yet" in page
    back = f"/rounds/{round_id}#proposals"
    answer = await amir.post(f"/proposals/{proposal}/support", wanted="yes", back=back)
    assert (answer.status, answer.headers["Location"]) == (303, back)
    page = (await amir.get(f"/proposals/{proposal}")).text
    assert "1 person supports it" in page
    answer = await amir.post(f"/proposals/{proposal}/support", wanted="no", back="https://example.org")
    assert answer.headers["Location"] == f"/proposals/{proposal}"
    assert (await Proposal.get(id=proposal)).supporters == 0


async def test_who_is_too_late_reads_why_on_the_page(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.SHAPE)
    [proposal, *_more] = await poll.options(round_id)
    amir = browser(cast.amir)
    await amir.get(f"/proposals/{proposal}")
    await poll.move_to(round_id, Phase.VOTE)
    answer = await amir.post(f"/proposals/{proposal}/support", wanted="yes")
    assert (answer.status, "There is a problem" in answer.text) == (409, True)
    assert 'value="yes"' not in answer.text

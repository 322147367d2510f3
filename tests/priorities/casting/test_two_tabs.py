"""Two tabs, a tab that is loaded again, and a ballot as long as can be: what is cast is one ballot, the last one."""

import re

from priorities.ballots.models import Ballot, Receipt, Voted
from priorities.models import Phase
from tests.accounts.browsing import Browser, NewBrowser
from tests.cast import Cast
from tests.clients import Answer
from tests.priorities.poll import Poll

_SHOWN = re.compile(r"(?:[0-9a-z]{4}-){3}[0-9a-z]{4}")


def _receipt(answer: Answer) -> str:
    assert answer.status == 200, answer.text
    return str(_SHOWN.findall(answer.text)[0]).replace("-", "")


async def _opened(browser: NewBrowser, cast: Cast, round_id: str) -> Browser:
    tab = browser(cast.rosa)
    await tab.get(f"/rounds/{round_id}/vote")
    return tab


async def test_two_tabs_with_a_ballot_each_are_one_ballot_the_last(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options, path = await poll.options(round_id), f"/rounds/{round_id}/vote"
    one, other = await _opened(browser, cast, round_id), await _opened(browser, cast, round_id)
    first = _receipt(await one.post(path, **{f"choice-{options[0]}": "yes"}))
    second = _receipt(await other.post(path, **{f"choice-{options[1]}": "yes"}))
    assert first != second
    assert [ballot.choices for ballot in await Ballot.all()] == [f'["{options[1]}"]']
    await poll.move_to(round_id, Phase.AGREE)
    reader = poll.house.caller()
    assert (await reader.get(f"/rounds/{round_id}/receipts/{first}")).status == 404
    assert (await reader.get(f"/rounds/{round_id}/receipts/{second}")).status == 200


async def test_a_hundred_proposals_are_voted_on(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE, ideas=tuple(f"Idea number {number}" for number in range(100)))
    options, path = await poll.options(round_id), f"/rounds/{round_id}/vote"
    rosa = browser(cast.rosa)
    page = await rosa.get(path)
    assert len(set(re.findall(r'id="choice-(\w+)"', page.text))) == 100
    everything = await rosa.post(path, **{f"choice-{option}": "yes" for option in options})
    assert (everything.status, everything.text.count(" checked")) == (422, 100)
    _receipt(await rosa.post(path, **{f"choice-{option}": "yes" for option in options[97:]}))
    ballot = await Ballot.get()
    assert ballot.choices == '["' + '","'.join(sorted(options[97:])) + '"]'
    assert (await Receipt.all().count(), await Voted.all().count()) == (1, 1)

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


def _form(tab: Browser) -> str:
    return str(re.findall(r'name="client_id" value="([^"]+)"', tab.page.text)[0])


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


async def test_an_answer_that_is_loaded_again_leaves_the_receipt_good(
    poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options, path = await poll.options(round_id), f"/rounds/{round_id}/vote"
    rosa = await _opened(browser, cast, round_id)
    sent = {f"choice-{options[0]}": "yes", "client_id": _form(rosa)}
    receipt = _receipt(await rosa.post(path, **sent))
    assert _receipt(await rosa.post(path, **sent)) == receipt
    changed = _receipt(await rosa.post(path, **sent, **{f"choice-{options[1]}": "yes"}))
    assert changed != receipt, "who goes back and ticks one more has another ballot"
    other = browser(cast.amir)
    await other.get(path)
    assert _receipt(await other.post(path, **sent)) != receipt, "it is of who sends it"
    assert (await Ballot.all().count(), await Receipt.all().count()) == (2, 2)


async def test_each_form_is_another_one(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE)
    [option, *_rest] = await poll.options(round_id)
    receipts = set()
    for _time in range(3):
        tab = await _opened(browser, cast, round_id)
        sent = {f"choice-{option}": "yes", "client_id": _form(tab)}
        receipts.add(_receipt(await tab.post(f"/rounds/{round_id}/vote", **sent)))
    assert len(receipts) == 3
    assert (await Receipt.get()).receipt in receipts


async def test_a_client_that_heard_no_answer_sends_it_again(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    [option, *_rest] = await poll.options(round_id)
    sent = [await poll.cast_ballot(cast.rosa, round_id, [option], client_id=each) for each in ("one", "one", "two")]
    receipts = [answer.json["receipt"] for answer in sent]
    assert receipts[0] == receipts[1] != receipts[2]
    assert (await poll.cast_ballot(cast.rosa, round_id, [option], client_id="x" * 65)).status == 422


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

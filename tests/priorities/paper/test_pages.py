"""The pages on which staff print slips, give them out and type them in, without any script."""

import re

from priorities.ballots.models import Ballot, Slip
from priorities.models import Method, Phase, Proposal, ProposalState
from tests.accounts.browsing import NewBrowser
from tests.accounts.leaving.everything import tables_with
from tests.cast import Cast
from tests.priorities.paper.slips import JANE
from tests.priorities.poll import IDEAS, Poll


async def test_ada_prints_slips_with_every_option_and_a_receipt_to_tear_off(
    poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    ada = browser(cast.ada)
    shown = await ada.get(f"/rounds/{round_id}/slips")
    assert (shown.status, f'href="/rounds/{round_id}/slips"' in shown.text) == (200, True)
    sheet = await ada.post(f"/rounds/{round_id}/slips/print", count="3")
    assert (sheet.status, sheet.headers["Cache-Control"]) == (201, "no-store")
    assert sheet.text.count('<article class="slip"') == 3
    for idea in IDEAS:
        assert sheet.text.count(idea) == 3
    receipts = re.findall(r'class="slip__code">([^<]+)<', sheet.text)
    assert len(set(receipts)) == 3
    assert all(re.fullmatch(r"(?:[0-9a-z]{4}-){3}[0-9a-z]{4}", receipt) for receipt in receipts)
    assert sheet.text.count('lang="cy"') > 3, "who gets one may read either language"
    assert f"/rounds/{round_id}/receipts" in sheet.text
    again = (await ada.get(f"/rounds/{round_id}/slips")).text
    assert not [receipt for receipt in receipts if receipt in again]
    more = await ada.post(f"/rounds/{round_id}/slips/print", count="2")
    assert re.findall(r'aria-label="Slip (\d+)"', more.text) == ["4", "5"]


async def test_wrong_counts_come_back_with_what_was_typed(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE)
    ada = browser(cast.ada)
    await ada.get(f"/rounds/{round_id}/slips")
    for count in ("0", "201", "-1", "many", "", "9" * 30):
        refused = await ada.post(f"/rounds/{round_id}/slips/print", count=count)
        assert (refused.status, "There is a problem" in refused.text) == (422, True), count
        assert f'value="{count}"' in refused.text
    assert await Slip.all().count() == 0


async def test_a_slip_goes_from_ada_to_jane_and_into_the_count(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    ada, huw = browser(cast.ada), browser(cast.huw)
    await ada.get(f"/rounds/{round_id}/slips")
    await ada.post(f"/rounds/{round_id}/slips/print", count="2")
    page = await ada.get(f"/rounds/{round_id}/slips/issue")
    assert 'name="serial"' in page.text
    assert 'value="1"' in page.text, "the next of the pile is named"
    given = await ada.post(f"/rounds/{round_id}/slips/issue", serial="1", **JANE)
    assert (given.status, given.headers["Location"]) == (303, f"/rounds/{round_id}/slips/issue?given")
    refused = await ada.post(f"/rounds/{round_id}/slips/issue", serial="2", **JANE)
    assert (refused.status, "They have voted already" in refused.text) == (409, True)
    assert 'value="Jane Doe"' in refused.text, "what was typed comes back"
    await ada.get(f"/rounds/{round_id}/slips/read")
    chosen = {f"option-{options[0]}": "yes"}
    first = await ada.post(f"/rounds/{round_id}/slips/read", serial="1", **chosen)
    assert first.headers["Location"].endswith("/slips/read?waiting")
    assert "Read once by you" in (await ada.get(f"/rounds/{round_id}/slips")).text
    seen = (await huw.get(f"/rounds/{round_id}/slips/read")).text
    assert "Read once by a colleague" in seen
    assert "checked" not in seen, "nobody sees what the other typed"
    second = await huw.post(f"/rounds/{round_id}/slips/read", serial="1", **chosen)
    assert second.headers["Location"].endswith("/slips/read?counted")
    assert (await Ballot.get()).choices == f'["{options[0]}"]'
    again = await huw.post(f"/rounds/{round_id}/slips/read", serial="1", **chosen)
    assert (again.status, "Slip 1 was counted already" in again.text) == (409, True)
    assert "checked" in again.text, "what was typed comes back"


async def test_a_slip_goes_to_an_account_that_ada_finds_by_name(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE)
    ada = browser(cast.ada)
    await ada.get(f"/rounds/{round_id}/slips")
    await ada.post(f"/rounds/{round_id}/slips/print", count="2")
    await ada.get(f"/rounds/{round_id}/slips/issue")
    found = await ada.post(f"/rounds/{round_id}/slips/find", sought="rosa")
    assert (found.status, "Rosa Jones" in found.text, "Amir" in found.text) == (200, True, False)
    none = await ada.post(f"/rounds/{round_id}/slips/find", sought="Olga")
    assert "Nobody of this name" in none.text
    await ada.post(f"/rounds/{round_id}/slips/find", sought="rosa")
    nobody = await ada.post(f"/rounds/{round_id}/slips/issue", serial="1", sought="rosa", person="")
    assert (nobody.status, "Rosa Jones" in nobody.text) == (404, True), "the search comes back"
    assert (
        await ada.post(f"/rounds/{round_id}/slips/issue", serial="1", sought="rosa", person=cast.rosa.id)
    ).status == 303
    assert await tables_with(cast.rosa.id) >= {"priority_voted"}


async def test_points_and_ranks_are_typed_as_numbers(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    for method, typed, kept in (
        (Method.POINTS, ("7", "3", "0"), '[{{"id":"{0}","points":7}},{{"id":"{1}","points":3}}]'),
        (Method.RANKING, ("2", "1", ""), '["{1}","{0}"]'),
    ):
        round_id = await poll.begin(Phase.VOTE, method=method)
        options = await poll.options(round_id)
        ada, huw = browser(cast.ada), browser(cast.huw)
        await ada.get(f"/rounds/{round_id}/slips")
        await ada.post(f"/rounds/{round_id}/slips/print", count="1")
        await ada.get(f"/rounds/{round_id}/slips/issue")
        await ada.post(f"/rounds/{round_id}/slips/issue", serial="1", **JANE)
        fields = {f"option-{option}": number for option, number in zip(options, typed, strict=False)}
        for reader in (ada, huw):
            await reader.get(f"/rounds/{round_id}/slips/read")
            wrong = await reader.post(
                f"/rounds/{round_id}/slips/read", serial="1", **fields | {f"option-{options[3]}": "x"}
            )
            assert (wrong.status, f'value="{typed[0]}"' in wrong.text) == (422, True)
            twice = await reader.post(
                f"/rounds/{round_id}/slips/read", serial="1", **fields | {f"option-{options[3]}": "7"}
            )
            assert (twice.status, "There is a problem" in twice.text) == (422, True)
            assert (await reader.post(f"/rounds/{round_id}/slips/read", serial="1", **fields)).status == 303
        assert (await Ballot.get(round_id=round_id)).choices == kept.format(*options)


async def test_a_spoiled_slip_is_replaced_without_asking_who_held_it(
    poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    ada = browser(cast.ada)
    await ada.get(f"/rounds/{round_id}/slips")
    await ada.post(f"/rounds/{round_id}/slips/print", count="4")
    await ada.get(f"/rounds/{round_id}/slips/issue")
    await ada.post(f"/rounds/{round_id}/slips/issue", serial="1", **JANE)
    await ada.get(f"/rounds/{round_id}/slips/spoil")
    for fields in (
        {"serial": "1", "reason": ""}, {"serial": "9", "reason": "Torn"}, {"serial": "1", "reason": "x" * 501},
        {"serial": "2", "reason": "Torn", "replacement": "3"}, {"serial": "1", "reason": "Torn", "replacement": "1"},
        {"serial": "1", "reason": "Torn", "replacement": "x"},
    ):  # fmt: skip
        refused = await ada.post(f"/rounds/{round_id}/slips/spoil", **fields)
        assert refused.status in (404, 409, 422), fields
        assert f'value="{fields["reason"]}"' in refused.text
    done = await ada.post(f"/rounds/{round_id}/slips/spoil", serial="1", reason="Torn", replacement="2")
    assert done.headers["Location"].endswith("/slips?spoiled")
    states = dict(await Slip.filter(round_id=round_id).values_list("serial", "state"))
    assert states == {1: "spoiled", 2: "issued", 3: "printed", 4: "printed"}
    assert (await Slip.get(round_id=round_id, serial=2)).tier == "confirmed"
    assert (await ada.post(f"/rounds/{round_id}/slips/spoil", serial="3", reason="Misprinted")).status == 303
    counts = (await poll.house.caller(cast.ada).get(f"/rounds/{round_id}/slips")).json
    assert counts == {"printed": 4, "left": 1, "out": 1, "read_once": 0, "differing": 0, "counted": 0, "spoiled": 2}


async def test_what_moderators_take_down_has_no_words_on_paper(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE)
    await Proposal.filter(round_id=round_id, title=IDEAS[1]).update(state=ProposalState.HIDDEN)
    ada = browser(cast.ada)
    await ada.get(f"/rounds/{round_id}/slips")
    sheet = (await ada.post(f"/rounds/{round_id}/slips/print", count="1")).text
    assert IDEAS[1] not in sheet
    assert "This one was taken down" in sheet
    assert IDEAS[1] not in (await ada.get(f"/rounds/{round_id}/slips/read")).text

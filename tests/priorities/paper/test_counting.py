"""A slip is a ballot once two people have read the same on it, and never twice."""

import asyncio
import json

from foundation.models import AuditEntry
from priorities.ballots.models import Ballot, Receipt, Slip, Voted
from priorities.ballots.receipts import typed_receipt
from priorities.models import Phase
from tests.cast import Cast
from tests.priorities.paper.slips import JANE, Slips
from tests.priorities.poll import Poll


async def test_a_slip_that_two_read_alike_counts_under_its_own_receipt(poll: Poll, slips: Slips, cast: Cast) -> None:
    options = await poll.options(slips.round)
    assert (await slips.issue(4, **JANE)).status == 204
    first = await slips.read(4, options[:2], cast.ada)
    assert (first.status, first.json) == (200, {"state": "waiting"})
    assert await Ballot.all().count() == 0, "one pair of eyes is not enough"
    assert (await slips.read(4, options[1::-1], cast.huw)).json == {"state": "counted"}
    [ballot] = await Ballot.filter(round_id=slips.round)
    assert (ballot.tier, sorted(options[:2])) == ("confirmed", json.loads(ballot.choices))
    [receipt] = await Receipt.filter(round_id=slips.round)
    assert receipt.receipt == typed_receipt(slips.receipts[4]), "what was torn off is what is published"
    slip = await Slip.get(round_id=slips.round, serial=4)
    assert slip.state == "counted"
    assert {slip.reading, slip.read_by_id, slip.again, slip.read_again_by_id} == {None}, "it is in the count alone"


async def test_nobody_reads_a_slip_for_two(poll: Poll, slips: Slips, cast: Cast) -> None:
    options = await poll.options(slips.round)
    await slips.issue(1, **JANE)
    for _time in range(3):
        assert (await slips.read(1, options[:1], cast.ada)).json == {"state": "waiting"}
    assert await Ballot.all().count() == 0


async def test_two_who_differ_need_a_third_look_that_agrees_with_one(poll: Poll, slips: Slips, cast: Cast) -> None:
    options = await poll.options(slips.round)
    await slips.issue(1, **JANE)
    await slips.read(1, options[:1], cast.ada)
    assert (await slips.read(1, options[1:2], cast.huw)).json == {"state": "differs"}
    assert (await slips.counts())["differing"] == 1
    assert (await slips.read(1, options[2:3], cast.dee)).json == {"state": "differs"}
    assert await Ballot.all().count() == 0
    assert (await slips.read(1, options[2:3], cast.ada)).json == {"state": "counted"}
    assert (await Ballot.get()).choices == f'["{options[2]}"]'


async def test_who_mistyped_types_it_again(poll: Poll, slips: Slips, cast: Cast) -> None:
    options = await poll.options(slips.round)
    await slips.issue(1, **JANE)
    await slips.read(1, options[:1], cast.ada)
    await slips.read(1, options[1:2], cast.huw)
    assert (await slips.read(1, options[:1], cast.huw)).json == {"state": "counted"}


async def test_a_slip_counts_once(poll: Poll, slips: Slips, cast: Cast) -> None:
    options = await poll.options(slips.round)
    await slips.issue(1, **JANE)
    assert await slips.read_by_two(1, options[:1]) == "counted"
    again = await slips.read(1, options[1:2], cast.dee)
    assert again.status == 409
    assert "counted already" in again.json["detail"]
    assert (await slips.issue(1, name="Sam Roe", house="2", postcode="CF10 1AA")).status == 409
    assert (await slips.spoil(1)).status == 409
    assert await Ballot.all().count() == 1


async def test_a_slip_read_by_many_at_once_is_one_ballot(poll: Poll, slips: Slips, cast: Cast) -> None:
    options = await poll.options(slips.round)
    await slips.issue(1, **JANE)
    people = (cast.ada, cast.huw, cast.dee, cast.dai)
    answers = await asyncio.gather(*(slips.read(1, options[:1], people[time % 4]) for time in range(16)))
    assert {answer.status for answer in answers} == {200, 409}
    assert [answer.json["state"] for answer in answers if answer.status == 200].count("counted") == 1
    assert (await Ballot.all().count(), await Receipt.all().count()) == (1, 1)


async def test_a_slip_without_a_ballot_on_it_is_spoiled_once_two_say_so(poll: Poll, slips: Slips, cast: Cast) -> None:
    await slips.issue(1, **JANE)
    assert await slips.read_by_two(1, None) == "spoiled"
    assert (await slips.read(1, None, cast.dee)).status == 409
    assert await Ballot.all().count() == 0
    assert await Voted.all().count() == 1, "they had their slip"


async def test_who_held_a_spoiled_slip_gets_another_one_once(poll: Poll, slips: Slips) -> None:
    await slips.issue(1, **JANE)
    assert await slips.read_by_two(1, None) == "spoiled"
    assert (await slips.spoil(1, replacement=2)).status == 204
    again = await slips.spoil(1, replacement=3)
    assert again.status == 409
    assert "nobody holds it any more" in again.json["detail"]
    assert await slips.read_by_two(2, (await poll.options(slips.round))[:1]) == "counted"
    assert (await slips.spoil(4)).status == 204, "it was never given out"
    assert (await slips.spoil(4, replacement=5)).status == 409
    assert [slip.serial for slip in await Slip.filter(state="issued")] == []
    assert (await Ballot.get()).tier == "confirmed"


async def test_what_can_be_no_ballot_is_refused_where_it_is_typed(poll: Poll, slips: Slips, cast: Cast) -> None:
    options = await poll.options(slips.round)
    await slips.issue(1, **JANE)
    for wrong in (options, [options[0], options[0]], ["x" * 16], [], [{"id": options[0], "points": 2}]):
        assert (await slips.read(1, wrong)).status == 422, wrong
    assert (await slips.read(2, options[:1])).status == 409, "it was never given out"
    assert (await slips.read(99, options[:1])).status == 404
    assert (await slips.read(2**31, options[:1])).status == 422
    assert await Slip.filter(read_by_id__not_isnull=True).count() == 0


async def test_points_of_thousands_of_digits_stand_on_no_slip(poll: Poll) -> None:
    slips = Slips(poll, await poll.begin(Phase.VOTE, method="points"))
    await slips.print(1)
    await slips.issue(1, **JANE)
    choices = [{"id": each, "points": int("9" * 4300)} for each in await poll.options(slips.round)]
    assert (await slips.read(1, choices)).status == 422


async def test_the_record_says_who_read_which_slip_and_never_what(poll: Poll, slips: Slips, cast: Cast) -> None:
    options = await poll.options(slips.round)
    await slips.issue(7, **JANE)
    await slips.read_by_two(7, options[:1])
    read = await AuditEntry.filter(act="slip.read").order_by("id").values("actor_id", "details", "subject_id")
    assert [entry["actor_id"] for entry in read] == [cast.ada.id, cast.huw.id]
    assert {str(entry["details"]) for entry in read} == {"{'serial': 7}"}
    issued = await AuditEntry.get(act="slip.issue")
    assert (issued.details, issued.reason, issued.personal) == ({}, "", None)

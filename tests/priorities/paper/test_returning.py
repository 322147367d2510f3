"""Who brings their slip back may vote otherwise, and never twice."""

import asyncio

import pytest

from foundation.models import AuditEntry
from priorities.ballots.models import Ballot, RoundKey, Slip, Voted
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.pages import words_of
from tests.priorities.paper.slips import JANE, Slips
from tests.priorities.poll import Poll

SAM = {**JANE, "name": "Sam Roe"}


async def test_rosa_brings_her_slip_back_and_votes_online(poll: Poll, slips: Slips, cast: Cast) -> None:
    options = await poll.options(slips.round)
    await slips.issue(1, person=cast.rosa.id)
    await slips.read(1, options[:1], cast.huw)
    assert (await poll.cast_ballot(cast.rosa, slips.round, options[1:2])).status == 409
    assert (await slips.take_back(1, person=cast.rosa.id)).status == 204
    assert (await poll.cast_ballot(cast.rosa, slips.round, options[1:2])).status == 200
    late = await slips.read(1, options[:1], cast.ada)
    assert (late.status, late.json["detail"]) == (409, "Slip 1 was spoiled, and does not count.")
    assert (await Ballot.get()).choices == f'["{options[1]}"]'
    slip = await Slip.filter(round_id=slips.round, serial=1).values("state", "tier", "reading", "read_by_id")
    assert slip == [{"state": "spoiled", "tier": "", "reading": None, "read_by_id": None}]


async def test_jane_brings_hers_back_and_gets_a_letter(poll: Poll, slips: Slips) -> None:
    await slips.issue(1, **JANE)
    assert (await slips.take_back(1, **{**JANE, "name": " jane  DOE"})).status == 204
    assert await Voted.all().count() == 0
    sent = await poll.house.caller(poll.cast.ada).post(f"/rounds/{slips.round}/letters", {"addresses": [JANE]})
    assert len(sent.json["letters"]) == 1


async def test_a_slip_that_was_spoiled_as_it_was_typed_in_can_be_brought_back_once(slips: Slips) -> None:
    await slips.issue(1, **JANE)
    assert await slips.read_by_two(1, None) == "spoiled"
    assert (await slips.take_back(1, **JANE)).status == 204
    assert (await slips.spoil(1, replacement=2)).status == 409, "they have their vote again already"
    assert (await slips.issue(2, **JANE)).status == 204
    assert (await slips.take_back(1, **JANE)).status == 409
    assert (await Slip.get(round_id=slips.round, serial=2)).state == "issued"


async def test_who_has_none_and_a_slip_that_counts_are_left_as_they_are(poll: Poll, slips: Slips, cast: Cast) -> None:
    options = await poll.options(slips.round)
    await poll.cast_ballot(cast.amir, slips.round, options[:1])
    await slips.issue(1, **JANE)
    await slips.issue(2, person=cast.rosa.id)
    assert await slips.read_by_two(1, options[:1]) == "counted"
    before = (await Slip.all().order_by("serial").values(), await Voted.all().order_by("id").values())
    for serial, whose, status in (
        (1, JANE, 409), (2, {"person": cast.amir.id}, 404), (2, {"person": cast.olga.id}, 404), (2, SAM, 404),
        (3, {"person": cast.rosa.id}, 409), (99, JANE, 404), (2, {**JANE, "postcode": "?"}, 422),
    ):  # fmt: skip
        assert (await slips.take_back(serial, **whose)).status == status, (serial, whose)
    assert (await Slip.all().order_by("serial").values(), await Voted.all().order_by("id").values()) == before


async def test_a_slip_is_taken_back_or_counted_and_never_both(poll: Poll, slips: Slips, cast: Cast) -> None:
    options = await poll.options(slips.round)
    for serial in range(1, 7):
        whose = {**JANE, "house": str(serial)}
        await slips.issue(serial, **whose)
        await slips.read(serial, options[:1], cast.huw)
        answers = await asyncio.gather(slips.read(serial, options[:1], cast.dee), slips.take_back(serial, **whose))
        assert sorted(answer.status for answer in answers) in ([200, 409], [204, 409])
    states = [slip.state for slip in await Slip.filter(round_id=slips.round, serial__lt=7)]
    assert await Ballot.all().count() == states.count("counted") == await Voted.all().count()


async def test_after_a_restore_a_name_can_t_be_taken_off_and_an_account_can(slips: Slips, cast: Cast) -> None:
    await slips.issue(1, **JANE)
    await slips.issue(2, person=cast.rosa.id)
    await RoundKey.all().delete()
    assert (await slips.take_back(1, **JANE)).status == 409
    assert (await slips.take_back(2, person=cast.rosa.id)).status == 204


async def test_the_record_names_the_slip_and_nobody(slips: Slips, cast: Cast) -> None:
    await slips.issue(1, person=cast.rosa.id)
    await slips.take_back(1, person=cast.rosa.id)
    entry = await AuditEntry.get(act="slip.return")
    assert (entry.actor_id, entry.details, entry.reason, entry.personal) == (cast.ada.id, {"serial": 1}, "", None)


@pytest.mark.parametrize("account", [True, False])
async def test_ada_takes_one_back_by_the_page(
    poll: Poll, slips: Slips, cast: Cast, browser: NewBrowser, account: bool
) -> None:
    whose = {"sought": "rosa", "person": cast.rosa.id} if account else JANE
    await slips.issue(1, **({"person": cast.rosa.id} if account else JANE))
    ada, path = browser(cast.ada), f"/rounds/{slips.round}/slips/return"
    assert "one that is lost may still be filled in" in words_of((await ada.get(path)).text)
    if account:
        assert "Rosa Jones" in (await ada.post(f"{path}/find", sought="rosa")).text
    wrong = await ada.post(path, serial="2", **whose)
    assert (wrong.status, 'value="2"' in wrong.text, list(whose.values())[-1] in wrong.text) == (409, True, True)
    done = await ada.post(path, serial="1", **whose)
    assert (done.status, done.headers["Location"]) == (303, f"{path}?returned")
    assert "They are off the list" in words_of((await ada.get(f"{path}?returned")).text)
    assert await Voted.all().count() == 0

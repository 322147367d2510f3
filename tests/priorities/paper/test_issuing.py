"""Nobody gets a slip who has voted, or has a slip or a letter; and which slip it is stands nowhere."""

import asyncio
from datetime import timedelta

import pytest

from accounts.models import Person
from foundation import clock
from priorities.ballots.models import RoundKey, Slip, Voted
from priorities.models import Phase
from tests.accounts.leaving.everything import tables_with
from tests.cast import HOME, Cast
from tests.priorities.pages import words_of
from tests.priorities.paper.slips import JANE, Slips
from tests.priorities.poll import Poll


async def test_who_voted_with_an_account_gets_no_slip(poll: Poll, slips: Slips, cast: Cast) -> None:
    options = await poll.options(slips.round)
    assert (await poll.cast_ballot(cast.rosa, slips.round, options[:1])).status == 200
    refused = await slips.issue(1, person=cast.rosa.id)
    assert refused.status == 409
    assert refused.json["detail"] == "They have voted already, or have a paper ballot or a letter to vote with."
    assert (await Slip.get(serial=1, round_id=slips.round)).state == "printed", "the slip is still there for another"


async def test_who_has_a_slip_does_not_vote_online(poll: Poll, slips: Slips, cast: Cast) -> None:
    options = await poll.options(slips.round)
    assert (await slips.issue(1, person=cast.rosa.id)).status == 204
    refused = await poll.cast_ballot(cast.rosa, slips.round, options[:1])
    assert refused.status == 409
    assert "paper ballot" in refused.json["detail"]
    assert await slips.read_by_two(1, options[:1]) == "counted"
    assert (await poll.cast_ballot(cast.rosa, slips.round, options[:1])).status == 409


async def test_who_has_a_slip_is_not_told_that_they_have_voted(poll: Poll, slips: Slips, cast: Cast) -> None:
    await slips.issue(1, person=cast.rosa.id)
    for path in (f"/rounds/{slips.round}", f"/neighbourhoods/{HOME}/priorities", f"/rounds/{slips.round}/vote"):
        words = words_of((await poll.house.page(path, cast.rosa)).text)
        assert "You were given a paper ballot." in words, path
        assert "Until then you have not voted." in words
        assert "You have voted" not in words
        assert "Change your ballot" not in words


@pytest.mark.parametrize(
    "again",
    [
        JANE,
        {"name": " jane  DOE", "house": "14", "postcode": "cf101aa"},
        {"name": "Jane Doe", "house": " #14 ", "postcode": "CF10-1AA"},
    ],
)
async def test_jane_gets_one_slip_however_she_is_spelled(slips: Slips, again: dict[str, str]) -> None:
    assert (await slips.issue(1, **JANE)).status == 204
    assert (await slips.issue(2, **again)).status == 409
    assert (await slips.issue(2, **{**JANE, "name": "John Doe"})).status == 204
    assert (await slips.issue(3, **{**JANE, "house": "14a"})).status == 204


async def test_jane_at_two_doors_at_once_gets_one_slip(slips: Slips) -> None:
    answers = await asyncio.gather(*(slips.issue(serial, **JANE) for serial in range(1, 9)))
    assert sorted(answer.status for answer in answers) == [204] + [409] * 7
    assert (await slips.counts())["out"] == 1


async def test_one_slip_goes_to_one_person(slips: Slips) -> None:
    people = [{**JANE, "house": str(house)} for house in range(20, 28)]
    answers = await asyncio.gather(*(slips.issue(5, **each) for each in people))
    assert sorted(answer.status for answer in answers) == [204] + [409] * 7
    assert await Voted.all().count() == 1, "whoever did not get it may get another"


async def test_which_slip_somebody_got_stands_nowhere(slips: Slips, cast: Cast) -> None:
    await slips.issue(3, **JANE)
    for word in ("Jane", "jane", "CF101AA.14", "Doe"):
        assert await tables_with(word) == set(), "name and address are kept in no table"
    voted = await Voted.get()
    assert (voted.how, voted.voter[:5]) == ("slip", "roll:")
    slip = await Slip.get(round_id=slips.round, serial=3)
    values = {str(value) for value in vars(slip).values()}
    assert not values & {voted.id, voted.voter}


async def test_who_lives_elsewhere_gets_none(slips: Slips, cast: Cast) -> None:
    assert cast.olga.places != cast.rosa.places, "must live elsewhere for this to mean anything"
    assert (await slips.issue(1, person=cast.olga.id)).status == 404
    assert (await slips.issue(1, person=cast.ada.id)).status == 404, "the vote is the residents’"
    assert (await slips.issue(1, person=cast.gwen.id)).status == 404
    elsewhere = await slips.issue(1, **{**JANE, "postcode": "CF64 1AA"})
    assert (elsewhere.status, elsewhere.json["errors"][0]["field"]) == (422, "postcode")
    for wrong in ({"postcode": "CF99 9ZZ"}, {"postcode": "?"}, {"name": ""}, {"house": " - "}, {"name": "x" * 61}):
        assert (await slips.issue(1, **{**JANE, **wrong})).status == 422, wrong
    assert await Voted.all().count() == 0


async def test_an_account_of_the_same_name_is_asked_about(slips: Slips, cast: Cast) -> None:
    rosa = {**JANE, "name": "rosa jones"}
    asked = await slips.issue(1, **rosa)
    assert (asked.status, asked.json["errors"][0]["field"]) == (422, "same_name")
    await Person.filter(id=cast.amir.id).update(full_name="Amir Hussain Khan")
    assert (await slips.issue(1, **{**JANE, "name": "Amir Hussain Khan"})).status == 422, "shown by another name"
    assert (await slips.issue(1, **rosa, same_name=True)).status == 204


async def test_only_the_tiers_of_the_round_vote(poll: Poll, slips: Slips, cast: Cast) -> None:
    strict = Slips(poll, await poll.begin(Phase.VOTE, tiers="confirmed"))
    await strict.print(2)
    assert (await strict.issue(1, person=cast.rosa.id)).status == 403
    await Person.filter(id=cast.rosa.id).update(confirmed_at=clock.now())
    assert (await strict.issue(1, person=cast.rosa.id)).status == 204
    assert (await Slip.get(round_id=strict.round, serial=1)).tier == "confirmed"


async def test_officers_find_residents_of_their_neighbourhood_by_name(poll: Poll, slips: Slips, cast: Cast) -> None:
    ada = poll.house.caller(cast.ada)
    path = f"/rounds/{slips.round}/slips/people"
    found = (await ada.post(path, {"name": "ROSA"})).json["items"]
    assert found == [{"id": cast.rosa.id, "name": "Rosa Jones", "tier": "email"}]
    for name in ("Olga", "Ada", "Gwen", "r", "%", ""):
        assert (await ada.post(path, {"name": name})).json["items"] == [], name


async def test_after_a_restore_names_can_t_be_looked_up_and_slips_go_to_accounts(slips: Slips, cast: Cast) -> None:
    await slips.issue(1, **JANE)
    await RoundKey.all().delete()
    refused = await slips.issue(2, **JANE)
    assert refused.status == 409
    assert "restored from a backup" in refused.json["detail"]
    assert (await slips.issue(2, person=cast.rosa.id)).status == 204


async def test_after_a_restore_no_number_is_printed_that_may_be_on_paper_already(slips: Slips) -> None:
    await slips.issue(1, **JANE)
    await Slip.filter(serial__gt=5).delete()
    await RoundKey.all().delete()
    for first in (2001, 2003):
        printed = await slips.print(2)
        assert [each["serial"] for each in printed.json["items"]] == [first, first + 1]


async def test_a_restore_before_the_first_slip_counts_as_well(poll: Poll) -> None:
    slips = Slips(poll, await poll.begin(Phase.VOTE))
    await RoundKey.all().delete()
    assert (await poll.cast_ballot(poll.cast.rosa, slips.round, (await poll.options(slips.round))[:1])).status == 200
    assert [each["serial"] for each in (await slips.print(1)).json["items"]] == [2001]


async def test_nothing_is_given_out_before_the_vote_or_after_its_close(poll: Poll, cast: Cast) -> None:
    early = Slips(poll, await poll.begin(Phase.SHAPE))
    assert (await early.print(1)).status == 409
    closes = clock.now() + timedelta(minutes=10)
    slips = Slips(poll, await poll.begin(Phase.VOTE, agree_at=closes))
    await slips.print(3)
    options = await poll.options(slips.round)
    await slips.issue(1, **JANE)
    await slips.read(1, options[:1], cast.ada)
    clock.move(timedelta(minutes=10, seconds=1))
    closed = [
        await slips.print(1), await slips.issue(2, person=cast.rosa.id), await slips.issue(2, **{**JANE, "house": "1"}),
        await slips.read(1, options[:1], cast.huw), await slips.spoil(2),
    ]  # fmt: skip
    assert [answer.status for answer in closed] == [409] * 5
    assert "By the server’s clock" in closed[3].json["detail"]

"""A ballot is cast, changed, and refused, by the JSON call."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from accounts.models import Person
from foundation import clock
from priorities.ballots.models import Ballot, Receipt, RoundKey, Voted
from priorities.models import Phase, Round
from tests.cast import Cast
from tests.priorities.poll import Poll


async def test_rosa_votes_and_gets_a_receipt(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    answer = await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:2])
    assert answer.status == 200, answer.text
    [receipt] = await Receipt.all()
    assert answer.json == {"receipt": receipt.receipt}


async def test_the_last_of_rosas_ballots_counts_and_only_one(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    first = (await poll.cast_ballot(cast.rosa, round_id, options[:3])).json["receipt"]
    second = (await poll.cast_ballot(cast.rosa, round_id, options[3:])).json["receipt"]
    [ballot], [receipt], [voted] = await Ballot.all(), await Receipt.all(), await Voted.all()
    assert ballot.choices == f'["{options[3]}"]'
    assert receipt.receipt == second != first
    assert (voted.voter, voted.how, voted.day) == (
        cast.rosa.id,
        "account",
        clock.today_in(poll.house.settings.time_zone),
    )


async def test_ids_and_marks_lead_from_no_row_to_another(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:1])
    rows: list[Any] = [await Ballot.get(), await Receipt.get(), await Voted.get()]
    assert len({row.id for row in rows}) == 3
    assert rows[0].mark != rows[1].mark
    assert not {cast.rosa.id, rows[2].id} & {rows[0].mark, rows[1].mark}


class Test200AtOnce:
    @pytest.fixture
    def limits(self) -> bool:
        return False

    async def test_two_hundred_casts_of_one_person_are_one_ballot(self, poll: Poll, cast: Cast) -> None:
        round_id = await poll.begin(Phase.VOTE)
        options = await poll.options(round_id)
        answers = await asyncio.gather(
            *(poll.cast_ballot(cast.rosa, round_id, [options[number % 4]]) for number in range(200))
        )
        assert {answer.status for answer in answers} == {200}
        [ballot], [receipt], [_voted] = await Ballot.all(), await Receipt.all(), await Voted.all()
        assert receipt.receipt in {answer.json["receipt"] for answer in answers}
        assert ballot.choices in {f'["{option}"]' for option in options}


@pytest.mark.parametrize(
    "phase", [each for each in Phase if each not in (Phase.VOTE, Phase.SCHEDULED, Phase.CANCELLED)]
)
async def test_in_no_other_phase_and_both_times_are_said(poll: Poll, cast: Cast, phase: Phase) -> None:
    round_id = await poll.begin(phase)
    answer = await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:1])
    assert answer.status == 409
    said = answer.json
    assert said["phase"] == phase
    assert "By the server’s clock" in said["detail"]
    assert (said["now"] < said["opens_at"]) == (phase in (Phase.GATHER, Phase.SHAPE))


async def test_a_second_too_late_is_refused_though_no_job_ran_yet(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    closes = (await poll.row(round_id))["agree_at"]
    await Round.filter(id=round_id).update(agree_at=clock.now())
    answer = await poll.cast_ballot(cast.rosa, round_id, options[:1])
    assert answer.status == 409
    assert "closed at" in answer.json["detail"]
    assert not await Ballot.all()
    assert not await Voted.all()
    await Round.filter(id=round_id).update(agree_at=closes)
    assert (await poll.cast_ballot(cast.rosa, round_id, options[:1])).status == 200


async def test_outsiders_and_staff_are_not_entitled(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    for member in (cast.olga, cast.gwen, cast.ada, cast.huw, cast.mo, cast.dee, cast.nia, cast.max):
        answer = await poll.cast_ballot(member, round_id, options[:1])
        assert answer.status == 403, member.name
    signed_out = await poll.house.caller().put(f"/rounds/{round_id}/ballot", {"choices": options[:1]})
    assert signed_out.status == 401
    assert not await Ballot.all()
    assert not await Voted.all()


async def test_who_gave_no_postcode_is_told_to_and_not_that_they_live_elsewhere(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    await Person.filter(id=cast.rosa.id).update(neighbourhood_id=None)
    answer = await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:1])
    assert answer.status == 403
    assert "give your postcode first" in answer.json["detail"]
    assert "elsewhere" not in answer.json["detail"]


KNOWN = {"email": (), "postcode": ("postcode_given_at",), "confirmed": ("postcode_given_at", "confirmed_at")}


@pytest.mark.parametrize("tier", KNOWN)
@pytest.mark.parametrize(
    ("tiers", "voting"),
    [
        ("email,postcode,confirmed", "email postcode confirmed"),
        ("email", "email postcode confirmed"),
        ("email,confirmed", "email postcode confirmed"),
        ("postcode", "postcode confirmed"),
        ("confirmed", "confirmed"),
    ],
)
async def test_who_is_known_as_well_as_a_round_asks_or_better_votes_as_what_they_are(
    poll: Poll, cast: Cast, tiers: str, voting: str, tier: str
) -> None:
    round_id = await poll.begin(Phase.VOTE, tiers=tiers)
    person = await Person.get(id=cast.rosa.id)
    assert (person.postcode_given_at, person.confirmed_at) == (None, None), "of the tier email"
    await Person.filter(id=cast.rosa.id).update(**dict.fromkeys(KNOWN[tier], clock.now() - timedelta(days=9)))
    answer = await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:1])
    if tier in voting.split():
        assert answer.status == 200, answer.text
        assert (await Ballot.get()).tier == tier
        return
    assert answer.status == 403
    lacking = {"postcode": "give your postcode first", "confirmed": "whose address an officer has confirmed"}
    assert lacking[voting.split()[0]] in answer.json["detail"]
    assert not await Ballot.all()


WRONG: tuple[tuple[Any, str], ...] = (
    (lambda options: [], "at least one"),
    (lambda options: options, "up to 3"),
    (lambda options: [options[0], options[0]], "twice"),
    (lambda options: [options[0], "nothing"], "can’t be voted on"),
    (lambda options: [{"id": options[0], "points": 3}], "without points"),
)


@pytest.mark.parametrize(("choose", "said"), WRONG)
async def test_what_is_no_ballot_is_refused(poll: Poll, cast: Cast, choose: Any, said: str) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    answer = await poll.cast_ballot(cast.rosa, round_id, choose(options))
    assert answer.status == 422
    assert said in answer.json["detail"]
    assert [error["field"] for error in answer.json["errors"]] == ["choices"]
    assert not await Ballot.all()
    assert not await Voted.all()


async def test_an_option_of_another_round_is_none_here(poll: Poll, cast: Cast) -> None:
    one, other = await poll.begin(Phase.VOTE), await poll.begin(Phase.VOTE)
    assert (await poll.cast_ballot(cast.rosa, one, (await poll.options(other))[:1])).status == 422


async def test_points_are_spread_and_a_ranking_keeps_its_order(poll: Poll, cast: Cast) -> None:
    points = await poll.begin(Phase.VOTE, method="points")
    options = sorted(await poll.options(points), reverse=True)
    too_many = [{"id": options[0], "points": 8}, {"id": options[1], "points": 3}]
    assert (await poll.cast_ballot(cast.rosa, points, too_many)).status == 422
    assert (await poll.cast_ballot(cast.rosa, points, [{"id": options[0], "points": -1}])).status == 422
    given = [{"id": options[0], "points": 7}, {"id": options[1], "points": 3}, {"id": options[2], "points": 0}]
    assert (await poll.cast_ballot(cast.rosa, points, given)).status == 200
    kept = f'[{{"id":"{options[1]}","points":3}},{{"id":"{options[0]}","points":7}}]'
    assert (await Ballot.get(round_id=points)).choices == kept

    ranking = await poll.begin(Phase.VOTE, method="ranking")
    options = sorted(await poll.options(ranking), reverse=True)
    assert (await poll.cast_ballot(cast.rosa, ranking, options[:2])).status == 200
    assert (await Ballot.get(round_id=ranking)).choices == f'["{options[0]}","{options[1]}"]'


async def test_points_of_thousands_of_digits_are_refused_as_others_are(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE, method="points")
    most = int("9" * 4300)  # one more digit is no number to Python; the sum of these has it
    given = [{"id": option, "points": most} for option in await poll.options(round_id)]
    assert (await poll.cast_ballot(cast.rosa, round_id, given)).status == 422
    assert not await Ballot.all()


async def test_after_a_restore_without_the_key_old_ballots_count_and_new_ones_are_cast(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    await poll.cast_ballot(cast.rosa, round_id, options[:1])
    await RoundKey.filter(id=round_id).delete()
    refused = await poll.cast_ballot(cast.rosa, round_id, options[1:2])
    assert refused.status == 409
    assert "it counts" in refused.json["detail"]
    assert (await poll.cast_ballot(cast.amir, round_id, options[1:2])).status == 200
    assert (await poll.cast_ballot(cast.amir, round_id, options[2:3])).status == 200
    assert {ballot.choices for ballot in await Ballot.all()} == {f'["{options[0]}"]', f'["{options[2]}"]'}


async def test_a_cast_is_no_line_of_the_log_and_no_figure(
    poll: Poll, cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    capsys.readouterr()
    await poll.cast_ballot(cast.olga, round_id, options[:1])
    refused = capsys.readouterr()
    assert "/ballot" in refused.out + refused.err, "a refusal is logged, so the log is heard here"
    assert (await poll.cast_ballot(cast.rosa, round_id, options[:1])).status == 200
    silent = capsys.readouterr()
    assert "/ballot" not in silent.out + silent.err
    metrics = await poll.house.caller().send("GET", "/metrics")
    assert 'status="403"' in metrics.text
    assert "/ballot" in metrics.text
    assert not [line for line in metrics.text.splitlines() if '/ballot"' in line and 'status="200"' in line]

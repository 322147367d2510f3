"""Rounds go from phase to phase by the clock, through each of them, however late the job comes."""

import pytest

from foundation import clock
from priorities.ballots.models import RoundKey
from priorities.models import Option, Phase
from priorities.phases import ORDER
from priorities.rounds.moving_service import move_rounds
from priorities.tallying.ties import seed_hash
from tests.priorities.poll import IDEAS, WEEK, Poll


async def test_a_round_goes_through_every_phase(poll: Poll) -> None:
    round_id = await poll.begin()
    assert (await poll.row(round_id))["phase"] == Phase.GATHER
    for phase in ORDER[1:]:
        assert (await poll.move_to(round_id, phase))["phase"] == phase


async def test_it_stays_where_it_is_before_its_time(poll: Poll) -> None:
    round_id = await poll.begin(Phase.SHAPE)
    clock.move(WEEK * 0.9)
    before = await poll.row(round_id)
    await move_rounds(poll.house.app)
    assert await poll.row(round_id) == before


@pytest.mark.parametrize("phase", ORDER)
async def test_a_server_that_was_away_moves_it_through_all_that_it_missed(poll: Poll, phase: Phase) -> None:
    round_id = await poll.begin(Phase.GATHER)
    assert (await poll.move_to(round_id, phase))["phase"] == phase
    assert await Option.filter(round_id=round_id).count() == (0 if phase in ("gather", "shape") else len(IDEAS))


async def test_at_the_vote_its_options_its_key_and_its_seed_are_there(poll: Poll) -> None:
    round_id = await poll.begin(Phase.VOTE)
    row = await poll.row(round_id)
    assert row["seed_hash"] == seed_hash(row["seed"]) != seed_hash("")
    assert {option.title for option in await Option.filter(round_id=round_id)} == set(IDEAS)
    assert len((await RoundKey.get(id=round_id)).key) == 64

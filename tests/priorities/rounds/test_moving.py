"""Rounds go from phase to phase by the clock, through each of them, however late the job comes."""

import asyncio

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


async def test_a_round_that_can_t_be_moved_stops_no_other(poll: Poll) -> None:
    """One broken row, and no vote anywhere would open or close any more."""
    broken, other = await poll.begin(Phase.SHAPE), await poll.begin(Phase.SHAPE)
    [first, *_rest] = await poll.options(broken)
    await Option.create(id=first, round_id="elsewhere", title="", what="", html="")
    assert broken < other
    assert (await poll.move_to(other, Phase.VOTE))["phase"] == Phase.VOTE
    assert (await poll.row(broken))["phase"] == Phase.SHAPE
    await Option.filter(round_id="elsewhere").delete()
    await move_rounds(poll.house.app)
    assert (await poll.row(broken))["phase"] == Phase.VOTE, "the next tick tries again"


@pytest.mark.parametrize("phase", [Phase.VOTE, Phase.DONE])
async def test_many_processes_move_it_once(poll: Poll, phase: Phase) -> None:
    round_id = await poll.begin(ORDER[ORDER.index(phase) - 1])
    await poll.let_pass(WEEK)
    before = await poll.row(round_id)
    await asyncio.gather(*(move_rounds(poll.house.app) for _process in range(4)))
    row = await poll.row(round_id)
    assert (row["phase"], row["version"]) == (phase, before["version"] + 1)
    assert await Option.filter(round_id=round_id).count() == len(IDEAS)
    assert await RoundKey.filter(id=round_id).count() == 1


async def test_what_is_over_by_the_clock_is_over_before_its_row_says_so(poll: Poll) -> None:
    """Also while the job that moves it is behind."""
    round_id = await poll.begin(Phase.SHAPE)
    [first, *_rest] = await poll.options(round_id)
    await poll.let_pass((await poll.row(round_id))["vote_at"] - clock.now())
    refused = await poll.house.caller(poll.cast.amir).put(f"/proposals/{first}/support")
    assert (refused.status, refused.json["phase"]) == (409, "vote")
    changed = await poll.house.caller(poll.cast.ada).patch(f"/rounds/{round_id}", {"title": "Another name"})
    assert changed.status == 409
    assert (await poll.row(round_id))["title"] == "Winter priorities"

"""Rounds go from phase to phase by the clock, through each of them, however late the job comes."""

import asyncio
from datetime import timedelta

import pytest

from foundation import clock
from foundation.models import AuditEntry
from notices.models import Notice
from priorities.acting.models import Status
from priorities.ballots.models import RoundKey
from priorities.models import Option, Phase
from priorities.phases import ORDER
from priorities.reviewing.models import ReviewEnd
from priorities.rounds.local_times import on_the_wall
from priorities.rounds.moving_service import move_rounds
from priorities.tallying.ties import seed_hash
from tests.cast import HOME
from tests.priorities.acting.agreed import agree
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
    """But for the vote, which is not over before anybody could vote."""
    first = Phase.GATHER if phase in (Phase.GATHER, Phase.SHAPE, Phase.VOTE) else Phase.VOTE
    round_id = await poll.begin(first)
    assert (await poll.move_to(round_id, phase))["phase"] == phase
    assert await Option.filter(round_id=round_id).count() == (0 if phase in ("gather", "shape") else len(IDEAS))


@pytest.mark.parametrize(
    ("away", "moved"),
    [
        (timedelta(days=2), timedelta()),  # most of the week is left
        (timedelta(days=4, hours=1), timedelta(days=5)),
        (5 * WEEK - timedelta(hours=1), 5 * WEEK),
    ],
)
async def test_a_vote_that_nobody_could_cast_in_is_given_its_time_back(
    poll: Poll, away: timedelta, moved: timedelta
) -> None:
    cast, zone = poll.cast, poll.house.settings.time_zone
    assert (await poll.house.caller(cast.amir).put(f"/neighbourhoods/{HOME}/rounds/follow")).status == 204
    round_id = await poll.begin(Phase.SHAPE)
    before = await poll.row(round_id)
    await poll.let_pass(before["vote_at"] - clock.now() + away)
    await move_rounds(poll.house.app)
    row = await poll.row(round_id)
    assert row["phase"] == Phase.VOTE
    assert row["vote_at"] == before["vote_at"]
    after = ("agree_at", "act_at", "review_at", "ends_at")
    assert [on_the_wall(row[name], zone) - on_the_wall(before[name], zone) for name in after] == [moved] * 4
    [first, *_rest] = await poll.options(round_id)
    assert (await poll.cast_ballot(cast.rosa, round_id, [first])).status == 200
    told = [str(each.sentence) for each in await Notice.filter(person_id=cast.amir.id)]
    assert any("because this service was away" in each for each in told) == bool(moved)
    page = (await poll.house.page(f"/rounds/{round_id}")).text
    assert ("This service was away when the vote was to open" in page) == bool(moved)
    assert await AuditEntry.filter(act="round.move", subject_id=round_id).count() == bool(moved)


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
    priority = await agree(round_id=round_id, status=Status.REVIEWING)
    await poll.let_pass(WEEK)
    before = await poll.row(round_id)
    await asyncio.gather(*(move_rounds(poll.house.app) for _process in range(4)))
    row = await poll.row(round_id)
    assert (row["phase"], row["version"]) == (phase, before["version"] + 1)
    assert await Option.filter(round_id=round_id).count() == len(IDEAS)
    assert await RoundKey.filter(id=round_id).count() == 1
    assert await ReviewEnd.filter(id=priority).count() == (phase is Phase.DONE)


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

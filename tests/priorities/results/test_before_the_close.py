"""Before the close there is no result, at any of its doors, for anybody."""

import pytest

from priorities.models import Phase, Round
from tests.cast import Cast
from tests.house import House
from tests.priorities.poll import Poll
from tests.priorities.results.counted import hold_jobs

DOORS = ("/rounds/{}/results", "/rounds/{}/results.csv", "/rounds/{}/results.svg", "/rounds/{}/results.png")


@pytest.mark.parametrize("phase", [Phase.GATHER, Phase.SHAPE, Phase.VOTE, Phase.AGREE])
async def test_there_is_none(poll: Poll, house: House, cast: Cast, phase: Phase) -> None:
    """In the last of these phases the vote is over, and not counted yet."""
    hold_jobs(house)
    round_id = await poll.begin(phase)
    assert (await poll.row(round_id))["closed_at"] is None
    for member in (None, cast.rosa, cast.ada, cast.mo, cast.dee, cast.gwen, cast.olga):
        for door in DOORS:
            answer = await house.page(door.format(round_id), member)
            assert answer.status == 404, (door, member and member.name)
        assert (await house.caller(member).get(f"/rounds/{round_id}/results")).status == 404
        panel = (await house.page(f"/rounds/{round_id}/panel", member)).text
        assert "What the vote advises" not in panel
        assert "What does the panel agree on?" not in panel


async def test_nor_of_a_round_that_is_not_there(house: House) -> None:
    for round_id in ("nothing", "x" * 17, "a'b"):
        assert (await house.caller().get(f"/rounds/{round_id}/results")).status == 404


async def test_nor_of_one_that_was_planned_or_cancelled(poll: Poll, house: House, cast: Cast) -> None:
    for phase in (Phase.SCHEDULED, Phase.CANCELLED):
        round_id = await poll.begin(Phase.GATHER)
        await Round.filter(id=round_id).update(phase=phase)
        assert (await house.caller(cast.dee).get(f"/rounds/{round_id}/results")).status == 404

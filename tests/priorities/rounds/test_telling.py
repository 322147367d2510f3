"""Whoever follows a neighbourhood’s rounds is told when to propose, to vote, and to read the result: once."""

import asyncio
from datetime import timedelta

import pytest

from notices.models import Notice
from priorities.models import Phase
from priorities.rounds.telling_service import tell_of_rounds
from tests.cast import HOME, Member
from tests.priorities.poll import WEEK, Poll


@pytest.fixture(autouse=True)
async def followers(poll: Poll) -> None:
    for member in (poll.cast.rosa, poll.cast.amir):
        assert (await poll.house.caller(member).put(f"/neighbourhoods/{HOME}/rounds/follow")).status == 204


async def told(member: Member) -> list[str]:
    """What somebody was told, the oldest first."""
    return [str(each.sentence) for each in await Notice.filter(person_id=member.id).order_by("id")]


async def test_a_round_s_life_is_told_in_four_sentences(poll: Poll) -> None:
    round_id = await poll.begin(Phase.GATHER)
    await poll.house.run_jobs()
    assert len(await told(poll.cast.rosa)) == 1
    assert "Proposals for what the police in" in (await told(poll.cast.rosa))[0]
    await poll.move_to(round_id, Phase.SHAPE)
    assert len(await told(poll.cast.rosa)) == 1
    await poll.move_to(round_id, Phase.VOTE)
    assert "The vote on the priorities of" in (await told(poll.cast.rosa))[1]
    await poll.let_pass(WEEK - timedelta(days=1))
    await poll.house.run_jobs()
    assert "closes on" in (await told(poll.cast.rosa))[2]
    await poll.move_to(round_id, Phase.AGREE)
    await poll.house.run_jobs()
    assert "The result" in (await told(poll.cast.rosa))[3]
    await poll.house.run_jobs()
    assert len(await told(poll.cast.rosa)) == 4
    assert await told(poll.cast.olga) == [], "Olga follows nothing"


async def test_many_processes_tell_each_of_them_once(poll: Poll) -> None:
    await poll.begin(Phase.GATHER)
    await asyncio.gather(*(tell_of_rounds(poll.house.app) for _process in range(4)))
    assert [len(await told(member)) for member in (poll.cast.rosa, poll.cast.amir)] == [1, 1]


async def test_who_has_voted_is_reminded_as_all_others_are(poll: Poll) -> None:
    """Who was left out would be known to have voted before that minute, where only the day is kept."""
    round_id = await poll.begin(Phase.VOTE)
    await poll.house.run_jobs()
    assert (await poll.cast_ballot(poll.cast.rosa, round_id, (await poll.options(round_id))[:1])).status == 200
    await poll.let_pass(WEEK - timedelta(days=1))
    await poll.house.run_jobs()
    rosas, amirs = await told(poll.cast.rosa), await told(poll.cast.amir)
    assert len(rosas) == 2
    assert rosas == amirs


async def test_a_vote_that_is_lengthened_closes_anew(poll: Poll) -> None:
    round_id = await poll.begin(Phase.VOTE)
    await poll.let_pass(WEEK - timedelta(days=1))
    await poll.house.run_jobs()
    row = await poll.row(round_id)
    later = {"reason": "More time.", "agree_at": (row["agree_at"] + timedelta(days=4)).isoformat()}
    assert (await poll.house.caller(poll.cast.ada).post(f"/rounds/{round_id}/dates", later)).status == 200
    before = len(await told(poll.cast.rosa))
    await poll.let_pass(timedelta(days=4))
    await poll.house.run_jobs()
    assert len(await told(poll.cast.rosa)) == before + 1

"""A vote that can’t be sealed: said to its keepers, tried more and more seldom, and in nobody else’s way."""

import asyncio
from datetime import timedelta

import pytest

from foundation import clock
from foundation.database import dialect
from priorities.ballots.models import Receipt
from priorities.closing.sealing_service import seal_votes
from priorities.models import Phase, Round
from tests.cast import Cast
from tests.priorities.pages import words_of
from tests.priorities.poll import Poll

SAID = "The votes should have been counted by now"


async def _told(poll: Poll, cast: Cast, round_id: str) -> list[bool]:
    """Whether Ada, Dee, Rosa and somebody signed out are told."""
    pages = [await poll.house.page(f"/rounds/{round_id}", who) for who in (cast.ada, cast.dee, cast.rosa, None)]
    return [SAID in words_of(page.text) for page in pages]


async def test_keepers_are_told_of_a_vote_that_can_t_be_sealed(
    poll: Poll, cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    broken, whole = await poll.begin(Phase.VOTE), await poll.begin(Phase.VOTE)
    for round_id in (broken, whole):
        assert (await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:1])).status == 200
    lost = await Receipt.get(round_id=broken)
    await lost.delete()
    capsys.readouterr()
    assert (await poll.move_to(broken, Phase.AGREE))["closed_at"] is None
    assert (await poll.row(whole))["closed_at"] is not None, "it keeps no other from being sealed"
    for _second in range(5):
        await poll.house.run_jobs()
    assert _failures(capsys) == 1
    assert await _told(poll, cast, broken) == [False] * 4, "it is tried again"
    for _minute in range(11):
        await poll.let_pass(timedelta(seconds=61))
        await poll.house.run_jobs()
    assert _failures(capsys) == 3, "after one minute, two more and four more; then after eight"
    assert await _told(poll, cast, broken) == [True, True, False, False]
    assert await _told(poll, cast, whole) == [False] * 4
    metrics = (await poll.house.caller().send("GET", "/metrics")).text
    assert 'bluelamp_job_runs_total{job="seal_votes",outcome="failed"}' in metrics
    await Receipt.create(id=lost.id, round_id=broken, mark=lost.mark, receipt=lost.receipt)
    await poll.let_pass(timedelta(minutes=10))
    await poll.house.run_jobs()
    assert (await poll.row(broken))["closed_at"] is not None
    assert await _told(poll, cast, broken) == [False] * 4


async def test_what_fails_with_many_processes_at_it_has_failed_once(
    poll: Poll, cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = await poll.begin(Phase.VOTE)
    assert (await poll.cast_ballot(cast.rosa, broken, (await poll.options(broken))[:1])).status == 200
    lost = await Receipt.get(round_id=broken)
    await lost.delete()
    await Round.filter(id=broken).update(phase=Phase.AGREE, agree_at=clock.now())
    capsys.readouterr()
    await asyncio.gather(*(seal_votes(poll.house.app) for _each in range(4)))
    if dialect() == "postgres":
        assert _failures(capsys) == 1, "who waited for their turn did not count it again"
    await Receipt.create(id=lost.id, round_id=broken, mark=lost.mark, receipt=lost.receipt)
    await poll.house.run_jobs()
    assert (await poll.row(broken))["closed_at"] is None, "it is put off"
    await poll.let_pass(timedelta(seconds=61))
    await poll.house.run_jobs()
    assert (await poll.row(broken))["closed_at"] is not None, "for the minute that follows one failure"


def _failures(capsys: pytest.CaptureFixture[str]) -> int:
    said = capsys.readouterr()
    return (said.out + said.err).count("seal_failed")

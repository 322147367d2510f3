"""At the close a vote is counted, published and written anew; nobody finds out there who cast what."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest

from foundation import clock
from foundation.audit.chain import chain_key
from foundation.audit.verify import walk
from foundation.models import AuditEntry, Mark
from priorities.ballots.models import Ballot, Receipt, RoundKey, Voted
from priorities.closing.merkle import root_of
from priorities.closing.models import Close
from priorities.closing.published import canonical, digest_of
from priorities.closing.sealing_service import seal_vote, seal_votes
from priorities.closing.signing import is_signed
from priorities.models import Phase, Proposal, Round
from priorities.tallying.ties import seed_hash
from tests.cast import Cast
from tests.priorities.poll import Poll


async def _voted(poll: Poll, cast: Cast, **columns: Any) -> tuple[str, list[str], list[str]]:
    """A round in which Rosa and Amir have voted: its id, its options, their receipts."""
    round_id = await poll.begin(Phase.VOTE, **columns)
    options = await poll.options(round_id)
    receipts = [
        (await poll.cast_ballot(cast.rosa, round_id, options[:2])).json["receipt"],
        (await poll.cast_ballot(cast.amir, round_id, options[1:3])).json["receipt"],
    ]
    return round_id, options, receipts


async def test_what_was_cast_is_counted_and_published(poll: Poll, cast: Cast) -> None:
    round_id, options, receipts = await _voted(poll, cast)
    row = await poll.move_to(round_id, Phase.AGREE)
    assert row["closed_at"] is not None
    close = await Close.get(id=round_id)
    votes = {one["id"]: one["votes"] for one in close.result["plain"]}
    assert votes == dict(zip(options, (1, 2, 1, 0), strict=True))
    assert close.result["plain"][0] == {"id": options[1], "votes": 2, "elected": True}
    assert close.result["by_tier"]["email"]["ballots"] == close.result["ballots"] == close.ballots == 2
    assert close.result["quorum_met"] is False
    file = json.loads(close.file)
    assert sorted(ballot["choices"] for ballot in file["ballots"]) == sorted([options[:2], options[1:3]])
    assert file["receipts"] == sorted(receipts)


async def test_a_stranger_can_hold_what_was_published_against_its_proofs(poll: Poll, cast: Cast) -> None:
    round_id, _options, _receipts = await _voted(poll, cast)
    seed = (await poll.row(round_id))["seed"]
    await poll.move_to(round_id, Phase.AGREE)
    close = await Close.get(id=round_id)
    file = json.loads(close.file)
    assert canonical(file) == close.file
    assert digest_of(file) == close.sha256
    assert root_of(file["receipts"]) == file["root"] == close.root
    assert seed_hash(file["seed"]) == file["seed_hash"]
    assert file["seed"] == seed
    said = dict(line.split(": ", 1) for line in close.statement.splitlines()[1:])
    assert (said["sha256"], said["root"], said["seed"], said["round"]) == (close.sha256, close.root, seed, round_id)
    assert is_signed(close.statement, close.signature, said["key"])
    assert not is_signed(close.statement.replace("ballots: 2", "ballots: 3"), close.signature, said["key"])
    entry = await AuditEntry.get(act="round.close")
    assert entry.details == {"ballots": 2, "sha256": close.sha256, "root": close.root, "seed": seed}


async def test_nothing_that_was_there_before_leads_anywhere(poll: Poll, cast: Cast) -> None:
    round_id, _options, _receipts = await _voted(poll, cast)
    before = {row.id for table in (Ballot, Receipt, Voted) for row in await table.all()}
    assert len(before) == 6
    await poll.move_to(round_id, Phase.AGREE)
    assert not await RoundKey.all()
    after = [row for table in (Ballot, Receipt, Voted) for row in await table.all()]
    assert len(after) == 6
    assert not before & {row.id for row in after}
    assert {row.mark for row in await Ballot.all()} == {row.mark for row in await Receipt.all()} == {None}
    assert {row.voter for row in await Voted.all()} == {cast.rosa.id, cast.amir.id}
    assert not await Mark.filter(name__startswith="clear:"), "old pages were cleared"


async def test_a_round_is_sealed_once_however_often_the_job_runs(poll: Poll, cast: Cast) -> None:
    round_id, _options, _receipts = await _voted(poll, cast)
    await poll.move_to(round_id, Phase.AGREE)
    ids = {row.id for row in await Ballot.all()}
    await seal_votes(poll.house.app)
    assert {row.id for row in await Ballot.all()} == ids
    assert await AuditEntry.filter(act="round.close").count() == 1


async def test_three_processes_at_once_seal_it_once(poll: Poll, cast: Cast) -> None:
    round_id, _options, receipts = await _voted(poll, cast)
    await Round.filter(id=round_id).update(phase=Phase.AGREE, agree_at=clock.now())
    await asyncio.gather(*(seal_vote(poll.house.app, round_id) for _each in range(3)))
    assert await AuditEntry.filter(act="round.close").count() == 1
    assert {row.receipt for row in await Receipt.all()} == set(receipts)
    assert await Ballot.all().count() == 2


async def test_who_is_stopped_in_the_middle_has_done_nothing_and_the_next_one_does_it_all(
    poll: Poll, cast: Cast
) -> None:
    round_id, _options, _receipts = await _voted(poll, cast)
    before = sorted([row.id for row in await Ballot.all()])
    in_the_way = await Close.create(
        id=round_id,
        file="",
        sha256="",
        ballots=0,
        root="",
        statement="",
        signature="",
        result={},
        days=[],
        at=clock.now(),
    )
    assert (await poll.move_to(round_id, Phase.AGREE))["closed_at"] is None, "the last thing it writes can’t be written"
    assert sorted([row.id for row in await Ballot.all()]) == before
    assert await RoundKey.filter(id=round_id).exists()
    await in_the_way.delete()
    await poll.let_pass(timedelta(minutes=10))
    await poll.house.run_jobs()
    assert (await poll.row(round_id))["closed_at"] is not None
    assert not await RoundKey.all()


async def test_a_change_of_what_was_published_is_named_by_the_audit(poll: Poll, cast: Cast) -> None:
    round_id, _options, _receipts = await _voted(poll, cast)
    await poll.move_to(round_id, Phase.AGREE)
    await poll.house.run_jobs()
    entry = await AuditEntry.get(act="round.close")
    key = chain_key(poll.house.settings.secret_key)
    assert [each async for each in walk(key, [])][-1].broken is None
    await AuditEntry.filter(id=entry.id).update(details={**entry.details, "ballots": 3})
    broken = [each async for each in walk(key, [])][-1].broken
    assert broken is not None
    assert broken.entry == entry.id


@pytest.mark.parametrize("phase", [Phase.ACT, Phase.DONE])
async def test_a_server_that_was_away_seals_when_it_is_back(poll: Poll, cast: Cast, phase: Phase) -> None:
    round_id, _options, _receipts = await _voted(poll, cast)
    assert (await poll.move_to(round_id, phase))["closed_at"] is not None
    assert (await Close.get(id=round_id)).ballots == 2


async def test_a_vote_that_nobody_cast_in_closes_too(poll: Poll) -> None:
    round_id = await poll.begin(Phase.VOTE)
    await poll.move_to(round_id, Phase.AGREE)
    close = await Close.get(id=round_id)
    assert close.ballots == 0
    assert close.days == []
    assert [one["elected"] for one in close.result["plain"]] == [False] * 4


async def test_a_vote_without_anything_to_vote_on_closes_too(poll: Poll) -> None:
    round_id = await poll.begin(Phase.VOTE, ideas=())
    await poll.move_to(round_id, Phase.AGREE)
    assert (await Close.get(id=round_id)).result["plain"] == []


async def test_what_was_taken_down_keeps_its_votes_and_takes_no_place(poll: Poll, cast: Cast) -> None:
    round_id, options, _receipts = await _voted(poll, cast)
    await Proposal.filter(id=options[1]).update(state="hidden")
    await poll.move_to(round_id, Phase.AGREE)
    close = await Close.get(id=round_id)
    assert close.result["plain"][0] == {"id": options[1], "votes": 2, "elected": False}
    assert {one["id"] for one in close.result["equal_shares"] if one["elected"]} == {options[0], options[2]}
    assert [one["stands"] for one in json.loads(close.file)["options"]] == [each != options[1] for each in options]


async def test_ballots_that_do_not_match_their_receipts_are_not_signed(poll: Poll, cast: Cast) -> None:
    round_id, _options, _receipts = await _voted(poll, cast)
    await (await Receipt.all())[0].delete()
    assert (await poll.move_to(round_id, Phase.AGREE))["closed_at"] is None
    assert await RoundKey.filter(id=round_id).exists()
    assert not await Close.all()


async def test_what_was_cast_in_a_cancelled_round_is_thrown_away(poll: Poll, cast: Cast) -> None:
    round_id, _options, _receipts = await _voted(poll, cast)
    await Round.filter(id=round_id).update(phase=Phase.CANCELLED)
    await poll.house.run_jobs()
    assert not [row for table in (Ballot, Receipt, Voted, RoundKey) for row in await table.all()]
    assert (await poll.row(round_id))["closed_at"] is None

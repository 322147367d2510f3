"""A backup of a server that people are voting at: as many ballots are in it as receipts, and as people who voted."""

import asyncio
import json
from collections import Counter
from itertools import cycle
from pathlib import Path

import pytest

from foundation.permissions import Role
from priorities.models import Phase
from tests.cast import HOME, Member, add_member
from tests.priorities.poll import Poll
from tests.running.server_process import run

VOTERS = 80
TABLES = ("priority_ballot", "priority_receipt", "priority_voted")


@pytest.fixture
def limits() -> bool:
    return False


async def test_ballots_that_come_in_meanwhile_are_in_it_whole_or_not_at_all(poll: Poll, tmp_path: Path) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = await poll.options(round_id)
    people = [await _moved_in(number) for number in range(VOTERS)]
    before, *others = people
    assert (await poll.cast_ballot(before, round_id, options[:1])).status == 200
    settings, file = poll.house.settings, tmp_path / "kept.jsonl"
    taking = asyncio.create_task(asyncio.to_thread(run, "backup", str(file), settings=settings, folder=tmp_path))
    while not file.with_name("kept.jsonl.part").exists():
        assert not taking.done(), "it is being written"
        await asyncio.sleep(0.001)
    cast = 0
    for number, member in enumerate(cycle(others)):
        if taking.done():
            break
        # Who has voted changes their ballot: it has another receipt then.
        assert (await poll.cast_ballot(member, round_id, [options[number % len(options)]])).status == 200
        cast += 1
    assert (await taking).returncode == 0
    assert cast > len(TABLES), "they came in while it was written"
    rows = _rows(file)
    ballots, receipts, voted = (rows[table] for table in TABLES)
    assert ballots == receipts == voted
    assert 1 <= ballots < VOTERS


async def _moved_in(number: int) -> Member:
    member = Member(f"Voter{number} Jones", Role.RESIDENT, None, (HOME,))
    await add_member(member)
    return member


def _rows(file: Path) -> Counter[str]:
    """How many rows of each table are in a backup."""
    found: Counter[str] = Counter()
    table = ""
    for line in file.read_text().splitlines()[1:-1]:
        said = json.loads(line)
        if isinstance(said, dict):
            table = said["table"]
        else:
            found[table] += 1
    return found

"""Who has the whole database after the close, a backup of the middle of the vote and the log, finds no voter’s ballot.

Each attack is tried with what a thief would have, and one of them, as a control, with the key while it still stands.
"""

import hmac
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from foundation.database import connection, dialect
from foundation.permissions import Role
from priorities.ballots.models import Ballot, Receipt, RoundKey, Voted
from priorities.models import Phase
from server.backup.taking import take_backup
from server.migrate import last_migration
from server.models import MODELS
from tests.cast import HOME, Cast, Member, add_member
from tests.priorities.closing.disk import disk_of
from tests.priorities.poll import Poll

JSON = dict[str, Any]
VOTERS = 30
LUCK = 8
"""Of thirty pairs that mean nothing, one is right on average, and more than this less than once in a million times."""
_HEX = re.compile(rb"[0-9a-f]{64}")
_TABLES = (Ballot, Receipt, Voted)


@dataclass
class Vote:
    """What the test knows, and a thief does not: who chose what, in the order in which they voted."""

    round_id: str
    people: list[str]
    choices: dict[str, str]
    receipts: dict[str, str]


@pytest.fixture
def limits() -> bool:
    return False


async def _held(poll: Poll) -> Vote:
    """A vote in which nobody chose what another one did."""
    round_id = await poll.begin(Phase.VOTE, ideas=tuple(f"Idea {number}" for number in range(10)), opinions=True)
    put = await poll.house.caller(poll.cast.ada).post(f"/rounds/{round_id}/statements", {"text": "More lamps, please."})
    options = await poll.options(round_id)
    vote = Vote(round_id, [], {}, {})
    for number, choice in enumerate(list(combinations(sorted(options), 2))[:VOTERS]):
        member = Member(f"{chr(65 + number % 26)}{chr(97 + number // 26)}voter Jones", Role.RESIDENT, None, (HOME,))
        await add_member(member)
        answer = await poll.cast_ballot(member, round_id, list(choice))
        assert answer.status == 200, answer.text
        path = f"/statements/{put.json['id']}/opinion"
        given = await poll.house.caller(member).put(path, {"opinion": ("agree", "disagree", "pass")[number % 3]})
        assert given.status == 204, given.text
        vote.people.append(member.id)
        vote.choices[member.id] = json.dumps(choice, separators=(",", ":"))
        vote.receipts[member.id] = answer.json["receipt"]
    return vote


async def _backed_up(folder: Path) -> bytes:
    """What `bluelamp backup` writes while the service runs."""
    await take_backup(folder / "kept.jsonl", last_migration(), lambda _table, _rows: None)
    return (folder / "kept.jsonl").read_bytes()


async def _dumped() -> bytes:
    """Every row of every table."""
    lines = []
    for name in await _tables():
        lines += await connection().execute_query_dict(f"SELECT * FROM {name} ORDER BY 1")
    return "\n".join(json.dumps(line, default=str) for line in lines).encode()


async def _tables() -> list[str]:
    assert MODELS
    asked = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'"
        if dialect() == "sqlite"
        else "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"
    )
    return [row["name"] for row in await connection().execute_query_dict(asked)]


async def _as_they_lie(table: str) -> list[JSON]:
    """Rows in the order in which the database keeps them."""
    order = "" if dialect() == "sqlite" else " ORDER BY ctid"
    return list(await connection().execute_query_dict(f"SELECT * FROM {table}{order}"))


def _keys_opens(keys: Sequence[bytes], vote: Vote, rows: Sequence[JSON]) -> int:
    """How many ballots somebody with these possible keys can tell whose they are."""
    marks = {row["mark"] for row in rows}
    return sum(
        hmac.digest(key, f"{label}\n{person}".encode(), "sha256").hex() in marks
        for key in keys
        for label in ("ballot", "receipt", "opinion")
        for person in vote.people
    )


def _matches(people: Sequence[str], said: Sequence[str], known: dict[str, str]) -> int:
    return sum(known[person] == each for person, each in zip(people, said, strict=True))


async def test_who_has_the_key_can_tell_so_the_attacks_below_are_real(poll: Poll, cast: Cast) -> None:
    vote = await _held(poll)
    key = bytes.fromhex((await RoundKey.get(id=vote.round_id)).key)
    for table in ("priority_ballot", "priority_receipt", "priority_opinion"):
        assert _keys_opens([key], vote, await _as_they_lie(table)) == VOTERS
    assert key.hex().encode() in await _dumped()
    assert key.hex().encode() in await disk_of(poll)


async def test_nobody_finds_out_with_the_database_a_backup_and_the_log(
    poll: Poll, cast: Cast, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    vote = await _held(poll)
    key = (await RoundKey.get(id=vote.round_id)).key.encode()
    backup = await _backed_up(tmp_path)
    assert all(choice.replace('"', '\\"').encode() in backup for choice in vote.choices.values()), "ballots are in it"
    opinions = await _as_they_lie("priority_opinion")
    before = {table: await _as_they_lie(table._meta.db_table) for table in _TABLES}
    await poll.move_to(vote.round_id, Phase.AGREE)
    whole = await _dumped()
    log = "".join(capsys.readouterr()).encode()

    # By the key: it is nowhere, and nothing that is somewhere is one.
    disk = await disk_of(poll)
    assert disk
    hand = backup + whole + log + disk
    assert key not in hand
    assert bytes.fromhex(key.decode()) not in hand
    found = [bytes.fromhex(each.decode()) for each in set(_HEX.findall(hand))] + [each for each in _HEX.findall(hand)]
    assert len(found) > 10, "there are things to try"
    assert _keys_opens(found, vote, [*before[Ballot], *before[Receipt], *opinions]) == 0

    # By ids and marks: none of before is anywhere after, but who has voted.
    after = {table: await _as_they_lie(table._meta.db_table) for table in _TABLES}
    for table in _TABLES:
        assert len(after[table]) == VOTERS
        assert not {row["id"] for row in before[table]} & {row["id"] for row in after[table]}
    assert all(row["mark"] is None for table in (Ballot, Receipt) for row in after[table])
    for row in (*before[Ballot], *before[Receipt], *opinions):
        assert row["id"].encode() not in whole
        assert row["mark"].encode() not in whole
        assert row["id"].encode() not in disk
        assert row["mark"].encode() not in disk

    # By order: of ids, of how rows lie, of time, in the database and in the backup, against each other and the truth.
    for rows in (before, after):
        ways = ((lambda row: row["id"]), None)
        for way in ways:
            ballots = sorted(rows[Ballot], key=way) if way else rows[Ballot]
            receipts = sorted(rows[Receipt], key=way) if way else rows[Receipt]
            voted = sorted(rows[Voted], key=way) if way else rows[Voted]
            people = [row["voter"] for row in voted]
            if way or rows is after or dialect() == "sqlite":
                # What PostgreSQL has on its disk in the middle of the vote lies in order: no backup holds that.
                assert _matches(people, [row["choices"] for row in ballots], vote.choices) <= LUCK
                assert _matches(people, [row["receipt"] for row in receipts], vote.receipts) <= LUCK
                assert _matches(vote.people, [row["choices"] for row in ballots], vote.choices) <= LUCK
                of_receipts = {receipt: vote.choices[person] for person, receipt in vote.receipts.items()}
                said = [row["choices"] for row in ballots]
                assert _matches([row["receipt"] for row in receipts], said, of_receipts) <= LUCK
    file = json.loads(await _file(poll, vote))
    said = [json.dumps(ballot["choices"], separators=(",", ":")) for ballot in file["ballots"]]
    assert sorted(said) == sorted(vote.choices.values()), "all are there"
    assert _matches(vote.people, said, vote.choices) <= LUCK
    assert _matches(sorted(vote.people), said, vote.choices) <= LUCK
    assert _matches(vote.people, file["receipts"], vote.receipts) <= LUCK

    # By time: nothing of a ballot says when; the log says neither who nor that.
    assert {row["day"] for row in before[Voted]} == {row["day"] for row in after[Voted]}
    assert not [name for name in (*before[Ballot][0], *before[Receipt][0]) if name in ("at", "day", "created_at")]
    assert b"/ballot" not in log
    assert not [person for person in vote.people if person.encode() in log]
    if dialect() == "postgres":
        for name in ("priority_ballot", "priority_receipt", "priority_voted"):
            written = await connection().execute_query_dict(f"SELECT DISTINCT xmin::text AS by FROM {name}")
            assert len(written) == 1, "all by one transaction"


async def test_a_backup_of_mid_vote_alone_says_nothing_either(poll: Poll, cast: Cast, tmp_path: Path) -> None:
    vote = await _held(poll)
    backup = await _backed_up(tmp_path)
    assert (await RoundKey.get(id=vote.round_id)).key.encode() not in backup
    keys = [bytes.fromhex(each.decode()) for each in set(_HEX.findall(backup))]
    assert _keys_opens(keys, vote, [*await _as_they_lie("priority_ballot")]) == 0
    ballots = [row["choices"] for row in await Ballot.all().order_by("id").values("choices")]
    people = [row["voter"] for row in await Voted.all().order_by("id").values("voter")]
    assert _matches(people, ballots, vote.choices) <= LUCK


async def _file(poll: Poll, vote: Vote) -> str:
    return (await poll.house.caller().get(f"/rounds/{vote.round_id}/ballots")).text

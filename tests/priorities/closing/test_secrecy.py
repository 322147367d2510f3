"""Who has the whole database after the close, a backup of the middle of the vote and the log, finds no voter’s ballot.

Voters came by account, by letter and with slips. Each attack is tried first where it works: it could find something.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from foundation.database import connection, dialect
from tests.cast import Cast
from tests.priorities.closing.disk import disk_of
from tests.priorities.closing.loot import SAYERS, VOTERS, Loot, Robbed, told_by_key
from tests.priorities.poll import Poll

JSON = dict[str, Any]
LUCK = 11
"""Of pairs that mean nothing one is right on average, and as many as this less than once in ten million times."""
_HEX = re.compile(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


@pytest.fixture
def limits() -> bool:
    return False


@pytest.fixture
async def robbed(poll: Poll, cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Robbed:
    vote = Robbed(poll, tmp_path, capsys)
    await vote.hold()
    return vote


@pytest.fixture
async def loot(robbed: Robbed) -> Loot:
    return await robbed.rob()


async def test_by_the_key(loot: Loot) -> None:
    """With it everybody is found; but it is in no backup, and nowhere any more."""
    people = list(loot.truth.opinions)
    asked = (("ballot", loot.truth.voters), ("receipt", loot.truth.voters), ("opinion", people))
    assert [told_by_key(bytes.fromhex(loot.key), label, voters, loot.before[label]) for label, voters in asked] == [
        VOTERS, VOTERS, SAYERS,
    ]  # fmt: skip
    hand = loot.backup + loot.dump + loot.log
    assert loot.key.encode() not in hand
    assert bytes.fromhex(loot.key) not in hand
    keys = {each for found in _HEX.findall(hand) for each in (found, bytes.fromhex(found.decode()))}
    assert len(keys) > VOTERS, "there is something to try"
    for key in keys:
        for label, voters in asked:
            assert told_by_key(key, label, voters, loot.before[label] + loot.after[label]) == 0


async def test_by_ids_and_marks(loot: Loot) -> None:
    """The same row is found in the backup; after the close there is none that was there before."""
    for name in ("ballot", "receipt", "opinion", "voted"):
        before, after = loot.before[name], loot.after[name]
        assert len(before) == len(after) == (3 * SAYERS if name == "opinion" else VOTERS)
        for row in before:
            assert str(row["id"]).encode() in loot.backup, "who has two backups finds the rows that came between them"
            assert str(row["id"]).encode() not in loot.dump
            if "mark" in row:
                assert row["mark"].encode() in loot.backup
                assert row["mark"].encode() not in loot.dump
    assert all(row["mark"] is None for name in ("ballot", "receipt") for row in loot.after[name])
    rolls = {row["voter"] for row in loot.before["voted"] if row["voter"].startswith("roll:")}
    assert rolls
    assert not rolls & {row["voter"] for row in loot.after["voted"]}, "who has no account is on no list any more"


async def test_by_what_lies_on_the_disk(robbed: Robbed) -> None:
    """Old pages have it all while the vote is open, and nothing of it afterwards."""
    disk = await disk_of(robbed.poll)
    loot = await robbed.rob()
    hidden = [loot.key, *(row[part] for name in ("ballot", "receipt", "opinion") for row in loot.before[name]
                          for part in ("id", "mark"))]  # fmt: skip
    assert [each for each in hidden if each.encode() not in disk] == [], "it was all there"
    disk = await disk_of(robbed.poll)
    assert disk
    assert [each for each in hidden if each.encode() in disk] == []
    assert bytes.fromhex(loot.key) not in disk


async def test_by_order(loot: Loot) -> None:
    """However voters are lined up, and however ballots, receipts and opinions are: no two orders have to do with each
    other. (That this would find something is seen where rows lie in order: on PostgreSQL’s disk in mid-vote.)
    """
    truth = loot.truth
    if dialect() == "postgres":
        lying = [row["choices"] for row in loot.before["ballot"]]
        assert _right(truth.voters, lying, truth.choices) == VOTERS
    for people in _orders_of_people(loot):
        for said, known in _orders_of_what_was_said(loot):
            for order in (people, [each for each in people if each in known]):
                assert _right(order, said, known) < LUCK
    of_receipts = {receipt: truth.choices[voter] for voter, receipt in truth.receipts.items()}
    for receipts in [*_orders(loot, "receipt", lambda row: row["receipt"]), loot.file["receipts"]]:
        for ballots in [*_orders(loot, "ballot", lambda row: row["choices"]), _published(loot)]:
            assert _right(receipts, ballots, of_receipts) < LUCK
    assert sorted(_published(loot)) == sorted(truth.choices.values()), "all are there"


def _orders_of_people(loot: Loot) -> list[list[str]]:
    """As they came in, as their accounts are old, as `voted` has them before and after."""
    by_account = [each for each in loot.truth.voters if ":" not in each]
    voted = _orders(loot, "voted", lambda row: row["voter"])
    lists = [loot.truth.voters, sorted(loot.truth.voters), by_account, *voted]
    return [order for each in lists for order in (each, list(reversed(each)))]


def _orders_of_what_was_said(loot: Loot) -> list[tuple[list[str], Mapping[str, str]]]:
    truth = loot.truth
    ballots = [*_orders(loot, "ballot", lambda row: row["choices"]), _published(loot)]
    receipts = [*_orders(loot, "receipt", lambda row: row["receipt"]), loot.file["receipts"]]
    opinions = [_opinions_in_order(rows) for rows in (loot.after["opinion"], _by_id(loot.after["opinion"]))]
    return [
        *((each, truth.choices) for each in ballots),
        *((each, truth.receipts) for each in receipts),
        *((each, truth.opinions) for each in opinions),
    ]


def _orders(loot: Loot, table: str, said: Callable[[JSON], str]) -> list[list[str]]:
    """What a table says, by id before and after, and as it lies after; and before, where a backup shows that."""
    tables = [_by_id(loot.before[table]), _by_id(loot.after[table]), loot.after[table]]
    if dialect() == "sqlite":
        tables.append(loot.before[table])
    return [[said(row) for row in rows] for rows in tables]


def _by_id(rows: Sequence[JSON]) -> list[JSON]:
    return sorted(rows, key=lambda row: str(row["id"]))


def _opinions_in_order(rows: Sequence[JSON]) -> list[str]:
    """What each said, in the order in which their marks come."""
    words = {1: "agree", -1: "disagree", 0: "pass"}
    by_mark: dict[str, list[JSON]] = {}
    for row in rows:
        by_mark.setdefault(row["mark"], []).append(row)
    said = [sorted(each, key=lambda row: str(row["statement_id"])) for each in by_mark.values()]
    return [str(tuple(words[row["opinion"]] for row in each)) for each in said]


def _published(loot: Loot) -> list[str]:
    return [json.dumps(ballot["choices"], separators=(",", ":")) for ballot in loot.file["ballots"]]


def _right(people: Sequence[str], said: Sequence[str], known: Mapping[str, str]) -> int:
    """How often the one at the same place is theirs."""
    return sum(known.get(person) == each for person, each in zip(people, said, strict=False))


async def test_by_time_and_by_rows_that_say_both(loot: Loot) -> None:
    """Nothing of a ballot says when it came, and no row names a voter and what is theirs."""
    assert {row["day"] for row in loot.before["voted"]} == {row["day"] for row in loot.after["voted"]}
    for name in ("ballot", "receipt", "opinion"):
        for rows in (loot.before[name], loot.after[name]):
            assert not {column for row in rows for column in row} & {"at", "day", "created_at", "updated_at"}
    if dialect() == "postgres":
        for name in ("ballot", "receipt", "voted", "opinion"):
            written = await connection().execute_query_dict(f"SELECT DISTINCT xmin::text AS by FROM priority_{name}")
            assert len(written) == 1, "all by one transaction"
    options = {option for choice in loot.truth.choices.values() for option in json.loads(choice)}
    theirs = [each.encode() for each in (*options, *loot.truth.receipts.values())]
    voters = [each.removeprefix("code:") for each in loot.truth.voters if not each.startswith("slip:")]
    who = [each.encode() for each in (*voters, *loot.truth.names)]
    named = [line for line in (loot.backup + b"\n" + loot.dump).splitlines() if any(each in line for each in who)]
    assert len(named) > VOTERS, "there are rows that name them"
    assert [line for line in named if any(each in line for each in theirs)] == []


async def test_by_the_log(loot: Loot, robbed: Robbed, cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    await loot.poll.cast_ballot(cast.olga, robbed.round, [])
    assert "/ballot" in "".join(capsys.readouterr()), "what is refused is a line of it: it is heard here"
    assert b"/letters" in loot.log
    assert b"/slips/readings" in loot.log
    for words in (b"/ballot ", b"/opinion ", *(each.encode() for each in loot.truth.voters if ":" not in each)):
        assert words not in loot.log
    for said in (*loot.truth.names, *loot.truth.receipts.values()):
        assert said.encode() not in loot.log

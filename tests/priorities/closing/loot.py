"""What a thief could have of a vote, and what only its voters know."""

import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest

from foundation.database import connection, dialect
from foundation.permissions import Role
from priorities.ballots.letters.codes import code_hash
from priorities.ballots.models import RoundKey
from priorities.models import Phase
from server.backup.taking import take_backup
from server.migrate import last_migration
from tests.cast import HOME, Member, add_member
from tests.priorities.paper.slips import Slips
from tests.priorities.poll import Poll

JSON = dict[str, Any]
Rows = dict[str, list[JSON]]
BY_ACCOUNT, BY_LETTER, BY_SLIP = 24, 4, 4
VOTERS = BY_ACCOUNT + BY_LETTER + BY_SLIP
SAYERS = 20
"""How many of those with an account also say what they think of the statements."""
_TABLES = ("ballot", "receipt", "voted", "opinion", "slip", "code")


@dataclass
class Truth:
    """Who chose what, in the order in which they voted. A voter is what stands for them where marks are made."""

    voters: list[str] = field(default_factory=list)
    choices: dict[str, str] = field(default_factory=dict)
    receipts: dict[str, str] = field(default_factory=dict)
    opinions: dict[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)

    def add(self, voter: str, choice: Sequence[str], receipt: str) -> None:
        self.voters.append(voter)
        self.choices[voter] = json.dumps(choice, separators=(",", ":"))
        self.receipts[voter] = receipt


@dataclass
class Loot:
    """`before`: the tables of the vote while it was open. `backup`: what `bluelamp backup` wrote then. `after`, `dump`:
    those tables and the whole database once it was closed. `log`: all that the service said. `file`: the published one.
    """

    poll: Poll
    truth: Truth
    key: str
    before: Rows
    backup: bytes
    log: bytes
    after: Rows
    dump: bytes
    file: JSON


class Robbed:
    """A vote in which nobody chose what another one did, by account, by letter and on slips, and who was robbed."""

    def __init__(self, poll: Poll, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.poll, self._folder, self._capsys = poll, folder, capsys
        self.truth, self.round, self._log = Truth(), "", ""

    async def hold(self) -> None:
        ideas = tuple(f"Idea {number}" for number in range(10))
        self.round = await self.poll.begin(Phase.VOTE, ideas=ideas, opinions=True)
        chosen = [list(each) for each in combinations(sorted(await self.poll.options(self.round)), 2)]
        people = [await self._moved_in(number) for number in range(BY_ACCOUNT)]
        self.truth.names += [each.name for each in people]
        for member in people:
            choice = chosen.pop()
            answer = await self.poll.cast_ballot(member, self.round, choice)
            assert answer.status == 200, answer.text
            self.truth.add(member.id, choice, answer.json["receipt"])
        for number in range(BY_LETTER):
            await self._by_letter(f"Letty{chr(97 + number)} Roe", number + 1, chosen.pop())
        slips = Slips(self.poll, self.round)
        await slips.print(BY_SLIP)
        for serial in range(1, BY_SLIP + 1):
            await self._by_slip(slips, serial, chosen.pop())
        await self._say(people[:SAYERS])

    async def rob(self) -> Loot:
        """What there is in the middle of the vote, and once it is closed."""
        key = (await RoundKey.get(id=self.round)).key
        file = self._folder / "kept.jsonl"
        await take_backup(file, last_migration(), lambda _table, _rows: None)
        before = await self._rows()
        await self.poll.move_to(self.round, Phase.AGREE)
        published = (await self.poll.house.caller().get(f"/rounds/{self.round}/ballots")).json
        log = "".join(self._capsys.readouterr()).encode()
        return Loot(
            self.poll, self.truth, key, before, file.read_bytes(), log, await self._rows(), await dump(), published
        )

    async def _moved_in(self, number: int) -> Member:
        member = Member(f"{chr(65 + number)}voter Jones", Role.RESIDENT, None, (HOME,))
        await add_member(member)
        return member

    async def _by_letter(self, name: str, house: int, choice: list[str]) -> None:
        to = {"name": name, "house": str(house), "postcode": "CF10 1AA"}
        sent = await self.poll.house.caller(self.poll.cast.ada).post(
            f"/rounds/{self.round}/letters", {"addresses": [to]}
        )
        code = sent.json["letters"][0]["code"]
        answer = await self.poll.house.caller().put(f"/rounds/{self.round}/ballot", {"choices": choice, "code": code})
        assert answer.status == 200, answer.text
        voter = f"code:{code_hash(self.poll.house.settings, self.round, code)}"
        self.truth.add(voter, choice, answer.json["receipt"])
        self.truth.names.append(name)

    async def _by_slip(self, slips: Slips, serial: int, choice: list[str]) -> None:
        to = {"name": f"Slipa{chr(97 + serial)} Roe", "house": str(20 + serial), "postcode": "CF10 1AA"}
        assert (await slips.issue(serial, **to)).status == 204
        assert await slips.read_by_two(serial, choice) == "counted"
        self.truth.add(f"slip:{serial}", choice, slips.receipts[serial])
        self.truth.names.append(to["name"])

    async def _say(self, people: Sequence[Member]) -> None:
        ada = self.poll.house.caller(self.poll.cast.ada)
        texts = ("More lamps, please.", "Fewer cars, please.", "A bench by the shops.")
        put = [(await ada.post(f"/rounds/{self.round}/statements", {"text": text})).json["id"] for text in texts]
        for member, said in zip(people, product(("agree", "disagree", "pass"), repeat=3), strict=False):
            for statement, opinion in zip(put, said, strict=True):
                path = f"/statements/{statement}/opinion"
                answer = await self.poll.house.caller(member).put(path, {"opinion": opinion})
                assert answer.status == 204, answer.text
            self.truth.opinions[member.id] = str(said)

    async def _rows(self) -> Rows:
        rows = {name: await as_they_lie(f"priority_{name}") for name in _TABLES}
        # One row without a statement is nobody’s: it vouches for the key that all others stand under.
        return rows | {"opinion": [row for row in rows["opinion"] if row["statement_id"]]}


async def as_they_lie(table: str) -> list[JSON]:
    """Rows in the order in which the database keeps them."""
    order = "" if dialect() == "sqlite" else " ORDER BY ctid"
    return list(await connection().execute_query_dict(f"SELECT * FROM {table}{order}"))


async def dump() -> bytes:
    """Every row of every table, a line each."""
    asked = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'"
        if dialect() == "sqlite"
        else "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"
    )
    tables = [row["name"] for row in await connection().execute_query_dict(asked)]
    assert "priority_ballot" in tables
    lines = [
        row for name in tables for row in await connection().execute_query_dict(f"SELECT * FROM {name} ORDER BY 1")
    ]
    return "\n".join(json.dumps(line, default=str) for line in lines).encode()


def told_by_key(key: bytes, label: str, voters: Sequence[str], rows: Sequence[JSON]) -> int:
    """How many of the voters somebody with this key finds among rows with marks."""
    marks = {row["mark"] for row in rows}
    return sum(hmac.digest(key, f"{label}\n{voter}".encode(), "sha256").hex() in marks for voter in voters)

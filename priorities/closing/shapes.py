"""What clients get of a close."""

from datetime import datetime
from typing import Any, Literal

import msgspec


class Counted(msgspec.Struct):
    """The ballot of this receipt was counted."""

    counted: Literal[True] = True


class PublishedOption(msgspec.Struct):
    """`title` is empty while moderators have it taken down; `stands`: it could take a place."""

    id: str
    title: str
    stands: bool


class PublishedBallot(msgspec.Struct):
    """One ballot, in no order: the group of voters that it is of, and what it says."""

    tier: str
    choices: list[Any]


class PublishedRound(msgspec.Struct):
    """How the round is counted."""

    id: str
    neighbourhood: str
    title: str
    method: str
    pick: int
    places: int
    quorum: int
    advice: str


class BallotFile(msgspec.Struct):
    """All that is needed to count again. `sha256` is of it as docs/priorities.md says, and signed in `statement`."""

    format: Literal["bluelamp-ballots-1"]
    round: PublishedRound
    options: list[PublishedOption]
    seed: str
    seed_hash: str
    ballots: list[PublishedBallot]
    receipts: list[str]
    root: str
    sha256: str
    statement: str
    signature: str


class Statement(msgspec.Struct):
    """`statement` is what was signed: `signature` is Ed25519 over its UTF-8, by `public_key`; both in hexadecimal."""

    ballots: int
    sha256: str
    root: str
    seed: str
    statement: str
    signature: str
    public_key: str
    ours: bool
    at: datetime

"""What can be proved of a published file without asking its server."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from priorities.closing.merkle import root_of
from priorities.closing.result import Result, counted
from priorities.recounting.published import Published
from priorities.tallying.ties import seed_hash

JSON = dict[str, Any]


@dataclass(frozen=True)
class Proof:
    """One thing that was looked at, and whether it is as it says."""

    says: str
    holds: bool


def recounted(file: Published) -> Result:
    """The result, counted from the ballots of the file."""
    return counted(file.round, file.options, file.ballots)


def proofs_of(file: Published, key: str | None = None) -> Iterator[Proof]:
    """What the file says of itself. `key`: the public one that signs there, as it was written down elsewhere."""
    yield Proof(
        "its seed has the hash that was published before the vote", seed_hash(file.round["seed"]) == file.seed_hash
    )
    yield Proof("there is one receipt for each ballot", len(file.receipts) == len(file.ballots))
    yield Proof("no receipt is there twice, and they are sorted", sorted(set(file.receipts)) == list(file.receipts))
    yield Proof("its receipts have the root that it names", root_of(file.receipts) == file.root)
    yield Proof("it is the file that the signed statement in it names", file.signed == file.digest)
    if not file.signature or can_check_signatures():
        yield Proof("the statement is signed with the key that it names", bool(file.signature) and _is_signed(file))
    if key is not None:
        yield Proof("that key is the one you gave", key_of(file) == key.strip().lower())


def can_check_signatures() -> bool:
    """Whether what checks Ed25519 is installed: Python itself has none."""
    return find_spec("cryptography") is not None


def key_of(file: Published) -> str:
    """The public key that the statement names; empty where it names none."""
    lines = (line.partition(": ") for line in file.statement.splitlines())
    return next((value for name, _colon, value in lines if name == "key"), "")


def _is_signed(file: Published) -> bool:
    from priorities.closing.signing import is_signed

    return is_signed(file.statement, file.signature, key_of(file))


def agreement(mine: Result, published: Mapping[str, Any]) -> Iterator[Proof]:
    """Whether a published result is the one that was counted here, part by part."""
    for name, found in mine.to_json().items():
        yield Proof(f"“{name}” of the published result is the one counted here", published.get(name) == found)

"""The close of a vote as it will be written: made of what was cast, outside of any transaction, by arithmetic alone."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from foundation import clock
from foundation.ids import random_id
from priorities.ballots.choices import choice_of
from priorities.closing.merkle import root_of
from priorities.closing.published import FORMAT, sha256_of, statement_of
from priorities.closing.result import counted
from priorities.closing.signing import Signer
from priorities.closing.tiers import tier_labels

JSON = dict[str, Any]


@dataclass(frozen=True)
class Cast:
    """What was cast in a round (its row). `options`: `{id, stands}`; `ballots`: tier and choices; `receipts`."""

    row: JSON
    options: Sequence[JSON]
    ballots: Sequence[tuple[str, str]]
    receipts: Sequence[str]


@dataclass(frozen=True)
class Sealed:
    """What is written at the close. `ballots` are new rows (id, tier, choices), by their new random ids: in an order
    that nothing leads to. So are the `receipts` (id, receipt). `file` is the canonical text of the published file.
    """

    ballots: Sequence[tuple[str, str, str]]
    receipts: Sequence[tuple[str, str]]
    file: str
    sha256: str
    root: str
    statement: str
    signature: str
    result: JSON


def sealed(cast: Cast, at: datetime, signer: Signer) -> Sealed:
    """Count, shuffle and sign. Takes seconds for a hundred thousand ballots: call it off the event loop."""
    labels = tier_labels(Counter(tier for tier, _choices in cast.ballots))
    ballots = sorted((random_id(), labels[tier], choices) for tier, choices in cast.ballots)
    receipts = sorted((random_id(), receipt) for receipt in cast.receipts)
    root = root_of(cast.receipts)
    file = _file(cast, ballots, root)
    digest = sha256_of(file)
    row = cast.row
    statement = statement_of(row["id"], clock.rfc3339(at), len(ballots), digest, root, row["seed"], signer.public)
    said = [(tier, choice_of(row["method"], choices)) for _id, tier, choices in ballots]
    return Sealed(
        ballots=ballots,
        receipts=receipts,
        file=file,
        sha256=digest,
        root=root,
        statement=statement,
        signature=signer.sign(statement),
        result=counted(row, cast.options, said).to_keep(),
    )


def _file(cast: Cast, ballots: Sequence[tuple[str, str, str]], root: str) -> str:
    """As `published.canonical` writes it; the ballots are compact JSON already, and not taken apart for it."""
    before, after = json.dumps(_members(cast, root), sort_keys=True, separators=(",", ":")).split('"ballots":[]')
    said = ",".join(f'{{"choices":{choices},"tier":{json.dumps(tier)}}}' for _id, tier, choices in ballots)
    return f'{before}"ballots":[{said}]{after}'


def _members(cast: Cast, root: str) -> JSON:
    row = cast.row
    about = ("id", "method", "pick", "places", "quorum", "advice")
    return {
        "format": FORMAT,
        "round": {"neighbourhood": row["neighbourhood_id"], **{name: row[name] for name in about}},
        "options": cast.options,
        "seed": row["seed"],
        "seed_hash": row["seed_hash"],
        "ballots": [],
        "receipts": sorted(cast.receipts),
        "root": root,
    }

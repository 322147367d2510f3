"""Files of ballots for tests, made by hand as the close makes them."""

import hashlib
import json
import secrets
from collections.abc import Sequence
from typing import Any

from priorities.closing.published import digest_of, statement_of
from priorities.closing.signing import Signer

JSON = dict[str, Any]
OPTIONS = ("lamps", "bikes", "litter")


def a_file(ballots: Sequence[tuple[str, Any]], method: str = "approval", **round_: Any) -> JSON:
    """A true file; `ballots` are tier and choices."""
    receipts = sorted(secrets.token_hex(8) for _ in ballots)
    seed = "5eed" * 16
    return {
        "format": "bluelamp-ballots-1",
        "round": {
            "id": "01round",
            "neighbourhood": "cathays",
            "title": "Winter priorities",
            "method": method,
            "pick": 3,
            "places": 2,
            "quorum": 5,
            "advice": "equal_shares",
            **round_,
        },
        "options": [{"id": one, "title": one.title(), "stands": True} for one in OPTIONS],
        "seed": seed,
        "seed_hash": hashlib.sha256(seed.encode()).hexdigest(),
        "ballots": [{"tier": tier, "choices": choices} for tier, choices in ballots],
        "receipts": receipts,
        "root": rfc_6962(receipts),
    }


def rfc_6962(leaves: Sequence[str]) -> str:
    """The root as RFC 6962, section 2.1, defines it: by halves, where ours goes by pairs."""
    return _root([leaf.encode() for leaf in leaves]).hex()


def _root(leaves: Sequence[bytes]) -> bytes:
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return hashlib.sha256(b"\x01" + _root(leaves[:half]) + _root(leaves[half:])).digest()


def signed(file: JSON, secret: str = "a secret of the tests") -> JSON:
    """The same with the statement and signature of its close."""
    signer, digest = Signer(secret), digest_of(file)
    statement = statement_of("01round", "2026-11-22T18:00:00Z", len(file["ballots"]), digest, file["root"],
                             file["seed"], signer.public)  # fmt: skip
    return {**file, "sha256": digest, "statement": statement, "signature": signer.sign(statement)}


def written(file: JSON) -> bytes:
    return json.dumps(file).encode()


SIX = [("email", ["lamps"])] * 3 + [("postcode", ["bikes", "litter"])] * 2 + [("postcode", ["bikes"])]

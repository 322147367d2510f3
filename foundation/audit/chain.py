"""The chain of the audit, as arithmetic: what is hashed, in which bytes, under which key. docs/audit.md says the same.

Each link's MAC is keyed and covers the link before, so that whoever has the database but not the server's secret can
neither change an entry, nor take one out, nor put one in between, without every later MAC being wrong.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

FIELDS = (
    "id",
    "at",
    "act",
    "actor_id",
    "actor_role",
    "subject_type",
    "subject_id",
    "reason",
    "details",
    "address",
    "personal",
)
"""Every column of an entry: all of them are covered."""

_LABEL = b"bluelamp audit chain 1"
_BEGINNING = "0" * 64
_HEAD = re.compile(r"(0|[1-9][0-9]{0,17}):([0-9a-f]{64})")


@dataclass(frozen=True)
class Head:
    """Where the chain ends, or ended once: the number of its last link, and its MAC in hex. `NUMBER:MAC` as a text."""

    number: int
    mac: str

    def __str__(self) -> str:
        return f"{self.number}:{self.mac}"

    @classmethod
    def parse(cls, text: str) -> "Head":
        """The head that a text names; raises ValueError for what is none."""
        found = _HEAD.fullmatch(text.strip().lower())
        if found is None:
            raise ValueError(f"{text!r} is no head: it must be NUMBER:MAC, as `bluelamp audit head` prints it.")
        return cls(int(found[1]), found[2])


BEGINNING = Head(0, _BEGINNING)
"""Before the first link."""


def chain_key(secret: str) -> bytes:
    """The key of the chain: of the server's secret, for this use only."""
    return hmac.digest(secret.encode(), _LABEL, "sha256")


def digest_of(entry: Mapping[str, Any]) -> str:
    """SHA-256 in hex over an entry's FIELDS as JSON: keys sorted, no spaces, ASCII, `at` as `canonical_time`.

    `at` may be a datetime or ISO 8601, `details` an object or its JSON, as the two databases give them. Raises
    ValueError or TypeError for what can't be an entry at all.
    """
    known = {name: entry[name] for name in FIELDS}
    known["at"] = canonical_time(entry["at"])
    known["details"] = json.loads(entry["details"]) if isinstance(entry["details"], str) else entry["details"]
    return hashlib.sha256(json.dumps(known, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


def canonical_time(moment: datetime | str) -> str:
    """RFC 3339 in UTC with six digits of a second: `2026-11-22T18:00:00.123456Z`."""
    at = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def next_head(key: bytes, before: Head, entry_id: str, digest: str) -> Head:
    """The head after one more entry: HMAC-SHA-256 over the MAC before, the number, the id and the digest, by lines."""
    number = before.number + 1
    said = f"{before.mac}\n{number}\n{entry_id}\n{digest}".encode()
    return Head(number, hmac.digest(key, said, "sha256").hex())

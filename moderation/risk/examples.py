"""The sentences that the classifier learns from: a file for each kind, and one of ordinary talk."""

import hashlib
from pathlib import Path
from typing import Final

from moderation.items.kinds import Kind

KINDS: Final = (Kind.EMERGENCY, Kind.THREAT, Kind.GROOMING)
NONE: Final = "none"
_FOLDER = Path(__file__).with_name("sentences")
_WAY = 2
"""Of reading and training; raised with every change of it, for other weights come of the same sentences then."""


def read_examples() -> list[tuple[str, str]]:
    """Every sentence with what it is: one of KINDS, or NONE."""
    return [(line, kind) for kind in (*KINDS, NONE) for line in _lines(kind)]


def digest() -> str:
    """What tells these sentences from others: each version of the weights names those that it was trained from."""
    every = "\n".join([f"way {_WAY}", *(f"{kind}: {line}" for line, kind in read_examples())])
    return hashlib.sha256(every.encode()).hexdigest()[:16]


def _lines(kind: str) -> list[str]:
    text = (_FOLDER / f"{kind}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]

"""The versions of the model's weights, and from where on each of them was heard: for explaining what it once said."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

VERSIONS: Final = Path(__file__).with_name("versions.toml")


@dataclass(frozen=True, slots=True)
class Version:
    """One of them: `heard` and `sure` by kind, from 0 to 1; `trained_from` is the digest of its sentences."""

    version: int
    day: date
    trained_from: str
    heard: Mapping[str, float]
    sure: Mapping[str, float]


@cache
def versions() -> Sequence[Version]:
    """All that were ever in use, the oldest first."""
    kept = tomllib.loads(VERSIONS.read_text(encoding="utf-8"))
    return [Version(**each) for each in kept["version"]]


def find_version(number: int) -> Version | None:
    """None: of another installation, or of a newer program."""
    return next((each for each in versions() if each.version == number), None)

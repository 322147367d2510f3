"""What groups say, statement by statement, and which statements bridge them: those that all groups agree with first.

As Polis has it: how likely each group is to agree, multiplied; with one more of each opinion, so that few say less.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any, Final

JSON = dict[str, Any]
AGREE, PASS, DISAGREE = 1, 0, -1
_WORDS: Final = {AGREE: "agree", DISAGREE: "disagree", PASS: "pass"}
NOTHING: Final[Mapping[str, int]] = dict.fromkeys(_WORDS.values(), 0)
_MARKING: Final = 3
"""Statements that tell a group from the others, at most."""
_APART: Final = 0.25
"""How much likelier it is, at least, to agree with such a statement, or to disagree."""


@dataclass(frozen=True)
class Likely:
    """How likely somebody is to agree with a statement, or to disagree."""

    agree: float
    disagree: float


def counted(opinions: Iterable[int]) -> dict[str, int]:
    """How many agree, disagree and pass."""
    found = dict(NOTHING)
    for opinion in opinions:
        found[_WORDS[opinion]] += 1
    return found


def likely(said: Mapping[str, int]) -> Likely:
    """Of one group's opinions about one statement."""
    all_ = sum(said.values()) + 2
    return Likely((said["agree"] + 1) / all_, (said["disagree"] + 1) / all_)


def bridge(said: Sequence[Mapping[str, int]]) -> float:
    """How much a statement bridges groups, from 0 to 1: `said` is what each of them says."""
    return prod(likely(each).agree for each in said)


def marks(own: Mapping[str, Mapping[str, int]], others: Mapping[str, Mapping[str, int]]) -> list[JSON]:
    """What tells a group from all others: `{id, agrees}`, the clearest first. Both by the ids of statements."""
    found = []
    for id_, said in own.items():
        mine, theirs = likely(said), likely(others[id_])
        apart = max((mine.agree - theirs.agree, True), (mine.disagree - theirs.disagree, False))
        if apart[0] >= _APART:
            found.append((apart[0], id_, apart[1]))
    found.sort(key=lambda one: (-one[0], one[1]))
    return [{"id": id_, "agrees": agrees} for _much, id_, agrees in found[:_MARKING]]

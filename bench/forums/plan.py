"""What stands in each topic: when it began, how long it is, who wrote in it. From a seed, one topic after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from bench.forums.sizes import ForumSize

YEARS = timedelta(days=730)
_LONGEST_TALK = timedelta(days=40)


@dataclass(frozen=True)
class Planned:
    """One topic. `times` are those of its texts, its own first; `writers` who wrote each, as a share of the place's
    residents; `parents` the number that each replies to, None for who replies to the topic.
    """

    number: int
    place: int
    section: float
    times: Sequence[datetime]
    writers: Sequence[float]
    parents: Sequence[int | None]
    luck: float
    """By which it is locked, solved, answered, or none of it."""


def lengths(size: ForumSize, drawn: Random) -> list[int]:
    """How many replies each topic has: most few, some very many, together as many as there are."""
    weights = [drawn.paretovariate(1.3) for _topic in range(size.topics - 1)]
    left = size.replies - size.longest
    share = left / sum(min(weight, 60) for weight in weights)
    counts = [int(min(weight, 60) * share) for weight in weights]
    for extra in range(left - sum(counts)):
        counts[extra % len(counts)] += 1
    return [size.longest, *counts]


def planned(size: ForumSize, seed: int, now: datetime) -> Iterator[Planned]:
    """Every topic, the longest first: it began with the forums and goes on until now."""
    drawn = Random(seed)
    for number, count in enumerate(lengths(size, drawn)):
        # The latest are many: a forum grows.
        began = now - YEARS * (drawn.random() if number else 1.0) - timedelta(minutes=5)
        lasts = (now - began) if not number else min(now - began, _LONGEST_TALK * drawn.random())
        pace = [began + lasts * (n / (count + 1)) for n in range(count + 1)]
        yield Planned(
            number=number,
            place=number % size.neighbourhoods,
            section=drawn.random(),
            times=pace,
            # Few write much.
            writers=[drawn.random() ** 2 for _text in pace],
            parents=[None, *(_parent(drawn, n) for n in range(2, count + 2))],
            luck=drawn.random(),
        )


def _parent(drawn: Random, number: int) -> int | None:
    """Every third reply is to another one, mostly to one of the last."""
    pick = drawn.random()
    return max(2, number - 1 - int(pick * 24)) if pick < 1 / 3 and number > 2 else None

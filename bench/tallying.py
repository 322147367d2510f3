"""`python -m bench.tallying`: how long counting takes, and what memory.

Promised: 100,000 ballots with 30 options by both methods in 5 seconds and 300 MB.

Each count is a process of its own, so that its memory is its own. Where a ballot may name everything nearly every one
is different from all others, which is the most work that there is.
"""

import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from random import Random

from priorities.models import Method
from priorities.tally import Choice, Election, count, together

_BALLOTS, _OPTIONS = 100_000, 30
_SECONDS, _MEGABYTES = 5.0, 300.0
_PICKS = (3, _OPTIONS)


@dataclass(frozen=True)
class Counting:
    """Of ballots that name up to `pick` options: how many different ones, seconds, and megabytes of the process."""

    pick: int
    different: int
    seconds: float
    megabytes: float


def main() -> int:
    """Print the table; 1 where a bound is passed."""
    measured = [measure_counting(pick) for pick in _PICKS]
    print(*_rows(measured), sep="\n")
    return int(any(each.seconds > _SECONDS or each.megabytes > _MEGABYTES for each in measured))


def tallying() -> Iterator[str]:
    """The table, in Markdown."""
    yield from _rows([measure_counting(pick) for pick in _PICKS])


def measure_counting(pick: int) -> Counting:
    """Count in a process that does nothing else."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        return processes.submit(_count, pick).result()


def _count(pick: int) -> Counting:
    chance = Random(pick)
    options = [f"option{number:010d}" for number in range(_OPTIONS)]
    ballots: list[Choice] = [
        tuple(sorted(chance.sample(options, chance.randint(1, pick)))) for _ballot in range(_BALLOTS)
    ]
    began = time.perf_counter()
    election = Election(Method.APPROVAL, options, together(ballots), "seed", pick)
    count(election)
    seconds = time.perf_counter() - began
    return Counting(pick, len(election.ballots), seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _rows(measured: list[Counting]) -> Iterator[str]:
    yield ""
    yield f"| {_BALLOTS:,} ballots, {_OPTIONS} options, both counts | different ballots | seconds | memory, MB |"
    yield "| --- | ---: | ---: | ---: |"
    for each in measured:
        yield f"| up to {each.pick} options named | {each.different:,} | {each.seconds:.2f} | {each.megabytes:.0f} |"
    yield ""
    yield f"Wanted: {_SECONDS:.0f} s and {_MEGABYTES:.0f} MB."


if __name__ == "__main__":
    sys.exit(main())

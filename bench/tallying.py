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

_BALLOTS, _FEW, _OPTIONS = 100_000, 2_000, 30
_SECONDS, _MEGABYTES = 5.0, 300.0
_PICKS = (3, _OPTIONS)


@dataclass(frozen=True)
class Counting:
    """Of `ballots` that name up to `pick` options: how many different ones, what it took, and megabytes of the process.

    `processor` are the seconds that it had a core, which say more where the machine is busy.
    """

    ballots: int
    pick: int
    different: int
    seconds: float
    processor: float
    megabytes: float


def main() -> int:
    """Print the table; 1 where a bound is passed."""
    measured = [measure_counting(pick) for pick in _PICKS]
    print(*_rows(measured), sep="\n")
    return int(any(each.seconds > _SECONDS or each.megabytes > _MEGABYTES for each in measured))


def tallying(*, small: bool) -> Iterator[str]:
    """The table, in Markdown; `small`: of a few ballots, to see that it still runs."""
    yield from _rows([measure_counting(pick, _FEW if small else _BALLOTS) for pick in _PICKS])


def measure_counting(pick: int, ballots: int = _BALLOTS) -> Counting:
    """Count in a process that does nothing else."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        return processes.submit(_count, pick, ballots).result()


def _count(pick: int, many: int) -> Counting:
    chance = Random(pick)
    options = [f"option{number:010d}" for number in range(_OPTIONS)]
    ballots: list[Choice] = [tuple(sorted(chance.sample(options, chance.randint(1, pick)))) for _ballot in range(many)]
    began, had = time.perf_counter(), time.process_time()
    election = Election(Method.APPROVAL, options, together(ballots), "seed", pick)
    count(election)
    seconds, processor = time.perf_counter() - began, time.process_time() - had
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Counting(many, pick, len(election.ballots), seconds, processor, megabytes)


def _rows(measured: list[Counting]) -> Iterator[str]:
    yield ""
    counted = f"{measured[0].ballots:,} ballots, {_OPTIONS} options, both counts"
    yield f"| {counted} | different ballots | seconds | of the processor | memory, MB |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for each in measured:
        took = f"{each.seconds:.2f} | {each.processor:.2f} | {each.megabytes:.0f}"
        yield f"| up to {each.pick} options named | {each.different:,} | {took} |"
    yield ""
    yield f"Wanted: {_SECONDS:.0f} s and {_MEGABYTES:.0f} MB."


if __name__ == "__main__":
    sys.exit(main())

"""Whether sign-ins hold up a room: people talk in it while others sign in at an even pace, and while nobody does."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from statistics import median

import aiohttp

from bench import requests
from bench.closed_loop import Act
from bench.crowd import Beside, CrowdFigure
from bench.samples import quantile

A_SECOND = 20
RESIDENTS = 200
ALLOWED = 50.0
"""Milliseconds by which the p99 of seeing words may be later."""


@dataclass
class Tally:
    """What became of the sign-ins: seconds that each took, and how many were not let in."""

    took: list[float] = field(default_factory=list)
    lost: int = 0


@dataclass(frozen=True)
class HeldUp:
    """Medians over the rounds, in milliseconds: how long words took to be seen without sign-ins and with them."""

    quiet: Sequence[CrowdFigure]
    busy: Sequence[CrowdFigure]
    tally: Tally
    seconds: float

    @property
    def later(self) -> float:
        """By how much the p99 is later with the sign-ins."""
        return median(each.p99 for each in self.busy) - median(each.p99 for each in self.quiet)

    @property
    def rate(self) -> float:
        return len(self.tally.took) / self.seconds

    @property
    def sign_in(self) -> tuple[float, float]:
        """Median and p99 of a sign-in."""
        return quantile(self.tally.took, 0.5) * 1000, quantile(self.tally.took, 0.99) * 1000

    @property
    def lost(self) -> int:
        return self.tally.lost + sum(each.lost for each in (*self.quiet, *self.busy))


def people_signing_in(client: aiohttp.ClientSession, tally: Tally) -> Beside:
    """Inside the block, A_SECOND people sign in every second, whether or not the last ones are in."""

    @asynccontextmanager
    async def beside() -> AsyncIterator[None]:
        task = asyncio.create_task(_at_a_pace(requests.signing_in(client), tally))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    return beside


async def _at_a_pace(act: Act, tally: Tally) -> None:
    began, count = time.perf_counter(), 0
    async with asyncio.TaskGroup() as group:
        while True:
            group.create_task(_once(act, tally))
            count += 1
            await asyncio.sleep(max(0.0, began + count / A_SECOND - time.perf_counter()))


async def _once(act: Act, tally: Tally) -> None:
    began = time.perf_counter()
    if await act():
        tally.took.append(time.perf_counter() - began)
    else:
        tally.lost += 1

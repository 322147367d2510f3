"""The load of people who wait for an answer before they ask again: N of them, for some seconds."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from bench.process import Meter
from bench.samples import Round, round_of

Act = Callable[[], Awaitable[bool]]
"""One act of one person; whether it was answered as it should be."""


@dataclass
class _Tally:
    sent: int = 0
    took: list[float] = field(default_factory=list)


async def run_round(actors: Sequence[Act], seconds: float, pid: int) -> Round:
    """Let every actor act over and over; what was begun is waited for."""
    tally = _Tally()
    meter = Meter(pid)
    ends = time.perf_counter() + seconds
    await asyncio.gather(*(_act_until(ends, act, tally) for act in actors))
    return round_of(tally.took, tally.sent, meter)


async def _act_until(ends: float, act: Act, tally: _Tally) -> None:
    while (began := time.perf_counter()) < ends:
        tally.sent += 1
        if await act():
            tally.took.append(time.perf_counter() - began)

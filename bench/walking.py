"""A floor of the office with thirty people who walk about: what each of them hears, and what it costs the server."""

import asyncio
import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from picows import WSFrame, WSTransport

from bench.live_client import Resident
from bench.process import Meter
from bench.talking import enter
from foundation import clock
from rooms.floor.faults import A_FLOOR
from rooms.floor.plans import load_plans
from rooms.floor.walks import arrival

ALLOWED_BYTES, ALLOWED_SHARE = 2000, 0.03
"""What one person may hear in a second, and how much of a core a floor may take."""
_LONGEST_STOP = 1.5
"""Seconds that somebody stands before they walk on."""
_SETTLES = 2.0
_SPREADS = 6.0
"""Seconds after which they don't set out together any more: at the start all walk within a stop of each other, twice as
often as later on.
"""
_SHORTEST = 3.0
"""Seconds that are measured at least: thirty people make ten walks in each, and a half one says nothing."""


@dataclass(frozen=True)
class FloorFigure:
    """`down`: bytes a second to one person, the mean and the most; `share`: of a core, for the whole floor."""

    people: int
    walks: float
    down: float
    most: float
    share: float
    lost: int


class Walker(Resident):
    """Counts every byte that comes, frames' heads included."""

    def __init__(self, token: str) -> None:
        super().__init__(token, lambda packet: None)
        self.heard = 0
        self.walks = 0
        self.refused = 0

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        size = len(frame.get_payload_as_memoryview())
        self.heard += size + (2 if size < 126 else 4)
        super().on_ws_frame(transport, frame)


async def measure_floor(url: str, pid: int, tokens: Sequence[str], room: str, seconds: float) -> FloorFigure:
    """Fill a floor and let its people walk to random tiles; what an idle server does anyway is not counted."""
    walkers = [Walker(token) for token in tokens[:A_FLOOR]]
    try:
        for walker in walkers:
            await walker.connect(url)
            await enter(walker, room)
            await walker.call("step_in", room=room)
        await asyncio.sleep(_SETTLES)
        idle = Meter(pid)
        await asyncio.sleep(_SETTLES)
        idle_share = idle.server / idle.seconds
        return await _measure(walkers, pid, room, seconds, idle_share)
    finally:
        for walker in walkers:
            walker.close()
        await asyncio.sleep(_SETTLES / 2)


async def _measure(walkers: list[Walker], pid: int, room: str, seconds: float, idle: float) -> FloorFigure:
    strolls = [asyncio.create_task(_stroll(walker, room)) for walker in walkers]
    await asyncio.sleep(_SPREADS)
    before, walked = [walker.heard for walker in walkers], sum(walker.walks for walker in walkers)
    meter = Meter(pid)
    await asyncio.sleep(max(seconds, _SHORTEST))
    took, server = meter.seconds, meter.server
    heard = [(walker.heard - was) / took for walker, was in zip(walkers, before, strict=True)]
    walks = sum(walker.walks for walker in walkers) - walked
    for stroll in strolls:
        stroll.cancel()
        with suppress(asyncio.CancelledError):
            await stroll
    return FloorFigure(
        people=len(walkers),
        walks=walks / took,
        down=sum(heard) / len(heard),
        most=max(heard),
        share=server / took - idle,
        lost=sum(walker.refused for walker in walkers),
    )


async def _stroll(walker: Walker, room: str) -> None:
    """Walk somewhere, stand for a moment, and again."""
    free = sorted(load_plans(None).usual.grid.free_tiles())
    await asyncio.sleep(random.uniform(0, _LONGEST_STOP))
    while True:
        answer = await walker.call("walk", room=room, to=random.choice(free))
        walker.walks += 1
        walker.refused += not answer["ok"]
        if answer["ok"]:
            began = datetime.fromisoformat(answer["at"]).timestamp()
            path = [(x, y) for x, y in answer["path"]]
            await asyncio.sleep(max(0.0, arrival(path, began) - clock.now().timestamp()))
        await asyncio.sleep(random.uniform(0, _LONGEST_STOP))

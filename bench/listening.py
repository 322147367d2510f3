"""The model beside fifty messages a second, each of other words: what they wait, and how late the loop's turns come."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bench.process import resident_kilobytes
from bench.samples import quantile
from moderation.risk.installed import missing
from moderation.risk.listener import Listener
from moderation.screening import screened

_A_SECOND, _SECONDS = 50, 8
_TURN = 0.005
_TEXT = "Message {number}: the {number} bus was late again on Cowbridge Road, and nobody at the stop knew who to tell."


@dataclass(frozen=True)
class Listening:
    """Seconds by which turns of the loop were late, and that texts waited; how many were `heard` at once; kilobytes."""

    late: list[float]
    waited: list[float]
    heard: int
    memory: int


async def measure_listening() -> Listening:
    """Screen and ask as `rooms` does for each message."""
    listener = Listener()
    listener.start()
    late: list[float] = []
    turns = asyncio.create_task(_turn(late))
    try:
        while not listener.is_idle:  # noqa: ASYNC110 -- it is another process that changes
            await asyncio.sleep(0.05)
        late.clear()
        said = [asyncio.create_task(_say(listener, number)) async for number in _paced()]
        waits = await asyncio.gather(*said)
        memory = sum(map(resident_kilobytes, _workers()))
    finally:
        turns.cancel()
        with suppress(asyncio.CancelledError):
            await turns
        await listener.stop()
    return Listening(late, [seconds for seconds, _heard in waits], sum(heard for _seconds, heard in waits), memory)


def table() -> Iterator[str]:
    """Measures, and gives the table in Markdown; nothing where the model is not installed."""
    if missing():
        return
    measured = asyncio.run(measure_listening())
    texts = len(measured.waited)
    yield from ("", f"| The model beside {_A_SECOND} messages a second | |", "| --- | ---: |")
    yield f"| a turn of the loop comes late by, median, p99 and most | {_three(measured.late)} ms |"
    yield f"| a message waits, median, p99 and most | {_three(measured.waited)} ms |"
    yield f"| heard at once | {measured.heard / texts:.0%} of {texts} |"
    yield f"| memory of the worker | {measured.memory / 1024:.0f} MB |"


async def _paced() -> AsyncIterator[int]:
    began = time.perf_counter()
    for number in range(_A_SECOND * _SECONDS):
        await asyncio.sleep(max(0.0, began + number / _A_SECOND - time.perf_counter()))
        yield number


async def _say(listener: Listener, number: int) -> tuple[float, bool]:
    text, began = _TEXT.format(number=number), time.perf_counter()
    hearing = asyncio.ensure_future(listener.heard(text))
    await screened(text)
    heard = await hearing is not None
    return time.perf_counter() - began, heard


async def _turn(late: list[float]) -> None:
    while True:
        began = time.perf_counter()
        await asyncio.sleep(_TURN)
        late.append(time.perf_counter() - began - _TURN)


def _workers() -> list[int]:
    """The processes that this one has begun."""
    return [int(pid) for children in Path("/proc/self/task").glob("*/children") for pid in children.read_text().split()]


def _three(seconds: list[float]) -> str:
    return ", ".join(f"{1000 * each:.1f}" for each in (quantile(seconds, 0.5), quantile(seconds, 0.99), max(seconds)))

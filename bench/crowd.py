"""One room with many residents: what a delivery costs, what a connection holds, how long words take to be seen."""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from uuid import uuid4

from bench import words
from bench.live_client import Hear, Resident
from bench.process import Meter, resident_kilobytes
from bench.samples import quantile
from bench.talking import enter
from tests.clients import PATIENCE

_DELIVERIES = 2000
"""A second: so many messages are said that this comes out, but ten a second at most, as a lively room has."""
_ENTERING = 10
_SETTLES = 1.5
_MARK = b'"client_id":"'
_UUID = 36

Beside = Callable[[], AbstractAsyncContextManager[object]]


@dataclass(frozen=True)
class CrowdFigure:
    """`delivery`: microseconds of the server's processor; `connection`: kilobytes; times in milliseconds."""

    residents: int
    messages: float
    delivery: float
    connection: float
    median: float
    p99: float
    load_share: float
    expected: int
    lost: int


@dataclass
class _Watch:
    """Remembers when words were sent, and how long each resident waited to see them."""

    residents: int
    sent: dict[bytes, float] = field(default_factory=dict)
    waited: list[float] = field(default_factory=list)
    all_seen: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def expected(self) -> int:
        return len(self.sent) * self.residents

    def hear(self, packet: bytes) -> None:
        now = time.perf_counter()
        start = packet.find(_MARK) + len(_MARK)
        if began := self.sent.get(packet[start : start + _UUID]):
            self.waited.append(now - began)
            if len(self.waited) == self.expected:
                self.all_seen.set()

    async def until_all_seen(self) -> None:
        """Gives up after the time that anything may take."""
        if len(self.waited) < self.expected:
            self.all_seen.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self.all_seen.wait(), PATIENCE)


async def measure_crowd(
    url: str,
    pid: int,
    tokens: Sequence[str],
    room: str,
    seconds: float,
    beside: Beside = nullcontext,
    come: Callable[[str, Hear], Resident] = Resident,
) -> CrowdFigure:
    """Fill a room, let its people talk, and take what it cost.

    `beside` is what goes on while they talk; `come` makes each of the residents.
    """
    watch = _Watch(len(tokens))
    before = resident_kilobytes(pid)
    residents = [come(token, watch.hear) for token in tokens]
    try:
        await _come(url, residents, room)
        await asyncio.sleep(_SETTLES)
        connection = (resident_kilobytes(pid) - before) / len(residents)
        idle = await _idle_share(pid)
        meter = Meter(pid)
        async with beside():
            await _talk(residents, room, watch, seconds)
            await watch.until_all_seen()
        cost, share = meter.server - idle * meter.seconds, meter.load_share
    finally:
        await _leave(residents)
    return CrowdFigure(
        residents=len(residents),
        messages=len(watch.sent) / seconds,
        delivery=cost * 1e6 / max(1, len(watch.waited)),
        connection=connection,
        median=quantile(watch.waited, 0.5) * 1000,
        p99=quantile(watch.waited, 0.99) * 1000,
        load_share=share,
        expected=watch.expected,
        lost=watch.expected - len(watch.waited),
    )


async def _come(url: str, residents: Sequence[Resident], room: str) -> None:
    for start in range(0, len(residents), _ENTERING):
        await asyncio.gather(*(_come_in(url, resident, room) for resident in residents[start : start + _ENTERING]))


async def _come_in(url: str, resident: Resident, room: str) -> None:
    await resident.connect(url)
    await enter(resident, room)


async def _leave(residents: Sequence[Resident]) -> None:
    for resident in residents:
        resident.close()
    await asyncio.sleep(_SETTLES)


async def _idle_share(pid: int) -> float:
    """What the server's processor does while nobody says anything: its ticking jobs."""
    meter = Meter(pid)
    await asyncio.sleep(1)
    return meter.server / meter.seconds


async def _talk(residents: Sequence[Resident], room: str, watch: _Watch, seconds: float) -> None:
    """Say something at even paces, whether or not the last words were seen."""
    pace = 1 / min(10.0, max(1.0, _DELIVERIES / len(residents)))
    began, said = time.perf_counter(), 0
    calls = []
    while time.perf_counter() - began < seconds:
        client_id = str(uuid4())
        watch.sent[client_id.encode()] = time.perf_counter()
        speaker = residents[said % len(residents)]
        said += 1
        calls.append(
            asyncio.create_task(speaker.call("send_message", room=room, client_id=client_id, body=words.said()))
        )
        await asyncio.sleep(max(0.0, began + said * pace - time.perf_counter()))
    await asyncio.gather(*calls)

"""Readers who ask over and over with as little work as can be: a page from memory leaves faster than aiohttp reads."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import cast

from bench.process import Meter
from bench.samples import Round, round_of


@dataclass
class _Round:
    request: bytes
    ends: float
    took: list[float] = field(default_factory=list)
    sent: int = 0
    open: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)


class _Reader(asyncio.Protocol):
    """One connection: the next request leaves when the last answer is in."""

    def __init__(self, round_: _Round) -> None:
        self._round = round_
        self._head = b""
        self._missing = 0
        self._good = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._round.open += 1
        self._ask()

    def data_received(self, data: bytes) -> None:
        if self._missing:
            self._missing -= len(data)
        else:
            self._head += data
            head, end, body = self._head.partition(b"\r\n\r\n")
            if not end:
                return
            self._head, self._good = b"", head.startswith(b"HTTP/1.1 200")
            length = head.lower().partition(b"content-length:")[2].partition(b"\r")[0]
            self._missing = int(length) - len(body)
        if self._missing <= 0:
            self._missing = 0
            self._answered()

    def connection_lost(self, exc: Exception | None) -> None:
        self._round.open -= 1
        if not self._round.open:
            self._round.over.set()

    def _ask(self) -> None:
        self._round.sent += 1
        self._began = time.perf_counter()
        self._transport.write(self._round.request)

    def _answered(self) -> None:
        now = time.perf_counter()
        if self._good:
            self._round.took.append(now - self._began)
        if now < self._round.ends:
            self._ask()
        else:
            self._transport.close()


async def read_round(port: int, path: str, readers: int, seconds: float, pid: int, cookie: str = "") -> Round:
    """So many readers for so many seconds; an answer counts when it is 200 and whole. `cookie`: `name=value`."""
    given = f"Cookie: {cookie}\r\n" if cookie else ""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\n{given}\r\n".encode()
    loop, meter = asyncio.get_running_loop(), Meter(pid)
    round_ = _Round(request, time.perf_counter() + seconds)
    await asyncio.gather(*(loop.create_connection(lambda: _Reader(round_), "127.0.0.1", port) for _ in range(readers)))
    await round_.over.wait()
    return round_of(round_.took, round_.sent, meter)

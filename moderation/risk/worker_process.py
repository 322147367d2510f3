"""The model's worker process, as the server sees it: asked by a line, answered by a line."""

import asyncio
import json
import os
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

JSON = dict[str, Any]

ROOT = Path(__file__).parents[2]
_TO_END = 1.0
"""Seconds that it has to end by itself when nobody speaks to it any more."""
_SHORTEST = 60
"""Characters: a shorter text takes no less time, and a sentence is seldom longer."""
_GRAIN = 0.2
"""How much of what is believed of its pace is the last answer's."""


class WorkerEnded(Exception):
    """It is gone, or could not begin: the message says why."""


@dataclass
class _Asked:
    text: str
    size: int
    answer: asyncio.Future[JSON | None]
    at: float


class WorkerProcess:
    """One running worker. `answered` hears every answer that comes, also those that nobody waits for any more."""

    def __init__(self, process: Process, answered: Callable[[str, JSON], None]) -> None:
        self._process = process
        self._answered = answered
        self._asked: dict[int, _Asked] = {}
        self._count = 0
        self._pace = 0.005 / _SHORTEST
        """Seconds a character, as the last answers took."""

    @classmethod
    async def start(cls, folder: Path | None, answered: Callable[[str, JSON], None]) -> "WorkerProcess":
        """A worker that has read its weights; raises WorkerEnded where it can't."""
        command = [sys.executable, "-m", "moderation.risk.worker", *([str(folder)] if folder else [])]
        # A session of its own: what ends the server by its terminal must not end this before the last answers. And
        # none of the server's secrets: this process reads what strangers write.
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, env=_environment(), start_new_session=True
        )
        worker = cls(process, answered)
        try:
            first = await worker._line()
            if "problem" in first:
                raise WorkerEnded(first["problem"])
        except BaseException:  # the server may stop before it has begun
            await worker.end()
            raise
        return worker

    @property
    def is_idle(self) -> bool:
        return not self._asked

    @property
    def waited(self) -> float:
        """Seconds that the longest waiting text has waited."""
        now = time.monotonic()
        return now - min((asked.at for asked in self._asked.values()), default=now)

    def takes(self, text: str, sentences: int) -> float:
        """Seconds until a text asked now would be answered, by how fast the last ones were."""
        return (sum(asked.size for asked in self._asked.values()) + _size(text, sentences)) * self._pace

    def ask(self, text: str, sentences: int) -> asyncio.Future[JSON | None]:
        """Have a text read, at most so many sentences of it; None where the worker ends meanwhile."""
        self._count += 1
        asked = _Asked(text, _size(text, sentences), asyncio.get_running_loop().create_future(), time.monotonic())
        self._asked[self._count] = asked
        line = json.dumps({"id": self._count, "text": text, "sentences": sentences})
        if self._process.stdin:
            self._process.stdin.write(line.encode() + b"\n")
        return asked.answer

    async def run(self) -> None:
        """Hand out answers until it ends; raises WorkerEnded then."""
        try:
            while True:
                self._hand_out(await self._line())
        finally:
            for asked in self._asked.values():
                _settle(asked, None)
            self._asked.clear()

    def kill(self) -> None:
        """End it at once: it does not answer any more."""
        if self._process.returncode is None:
            self._process.kill()

    async def end(self) -> None:
        """Let it end; at once where it does not."""
        if self._process.stdin:
            self._process.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), _TO_END)
        except TimeoutError:
            self.kill()
            await self._process.wait()

    async def _line(self) -> JSON:
        line = await self._process.stdout.readline() if self._process.stdout else b""
        if not line:
            raise WorkerEnded(f"the worker ended with status {await self._process.wait()}")
        return dict(json.loads(line))

    def _hand_out(self, answer: JSON) -> None:
        asked = self._asked.pop(answer["id"])
        self._pace += _GRAIN * (answer["seconds"] / asked.size - self._pace)
        self._answered(asked.text, answer)
        _settle(asked, answer)


def _size(text: str, sentences: int) -> int:
    """Characters that are read of a text, about."""
    return min(max(len(text), _SHORTEST), sentences * _SHORTEST)


def _settle(asked: _Asked, answer: JSON | None) -> None:
    if not asked.answer.done():
        asked.answer.set_result(answer)


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT), "MALLOC_ARENA_MAX": "2"}

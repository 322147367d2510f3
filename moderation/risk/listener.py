"""Asking the model without ever waiting long for it: one worker, kept running, and spared what it can't do in time."""

import asyncio
import time
from collections import OrderedDict, deque
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import structlog

from moderation.risk.heard import Heard, heard_of
from moderation.risk.worker_process import JSON, WorkerEnded, WorkerProcess

log = structlog.get_logger("risk")

PATIENCE = 0.3
"""Seconds that a text waits for the model."""
_IN_TIME = 0.1
"""Seconds: where the queue ahead would make it later than that, nobody waits at all."""
_LIVELY, _IN_TIME_THERE = 50, 0.015
"""Texts a second from which on so little waiting is too much: talk would go at the pace of the model, not its own."""
_HUNG = 10.0
"""Seconds without an answer after which a worker is ended and another one begun."""
_AT_ONCE, _AT_LEISURE = 16, 256
"""Sentences of a text that are read while somebody waits, and afterwards."""
_REMEMBERED = 1000
_PAUSES = (1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds before a worker that ended is begun again: longer each time that it fails at once."""


class Listener:
    """One process's ear. `folder` is where the weights are, None: those of the installed package."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._worker: WorkerProcess | None = None
        self._keeping: asyncio.Task[None] | None = None
        self._asked_at: deque[float] = deque(maxlen=_LIVELY)
        self._remembered: OrderedDict[bytes, Heard] = OrderedDict()
        self.failures = 0
        """Workers that ended, one after the other, without having heard anything."""

    @property
    def is_idle(self) -> bool:
        """Whether there is a worker, with nothing to do."""
        return self._worker is not None and self._worker.is_idle

    def start(self) -> None:
        """Begin to keep a worker running, beside whatever else the loop does."""
        self._keeping = asyncio.create_task(self._keep())

    async def stop(self) -> None:
        """End the worker, and begin no other."""
        if self._keeping:
            self._keeping.cancel()
            with suppress(asyncio.CancelledError):
                await self._keeping

    def forget(self) -> None:
        """Ask anew about every text."""
        self._remembered.clear()

    async def heard(self, text: str) -> Heard | None:
        """What is heard in a text, within PATIENCE; None where that can't be said, at once where it is foreseeable."""
        found = self._remembered.get(_key(text))
        if found is None and (worker := self._able(text)):
            await asyncio.wait([answer := worker.ask(text, _AT_ONCE)], timeout=PATIENCE)
            found = _of(answer)
        return found if found and found.settles else None

    async def read(self, text: str) -> Heard | None:
        """What is heard in all of a text, however long that takes; None where the worker ends meanwhile."""
        found = self._remembered.get(_key(text))
        if found and found.settles:
            return found
        if self._worker is None:
            return None
        await asyncio.wait([answer := self._worker.ask(text, _AT_LEISURE)], timeout=_HUNG)
        return _of(answer)

    def _able(self, text: str) -> WorkerProcess | None:
        """The worker, where it will answer in time."""
        worker = self._worker
        self._asked_at.append(time.monotonic())
        if worker is None or worker.waited > _HUNG:
            if worker:
                worker.kill()
            return None
        in_time = worker.waited <= PATIENCE and worker.takes(text, _AT_ONCE) <= self._bearable()
        return worker if in_time else None

    def _bearable(self) -> float:
        """Seconds that somebody may wait, by how much is being said."""
        lively = len(self._asked_at) == _LIVELY and time.monotonic() - self._asked_at[0] < 1
        return _IN_TIME_THERE if lively else _IN_TIME

    async def _keep(self) -> None:
        while True:
            try:
                await self._run()
            except (WorkerEnded, OSError) as ended:
                if self.failures == 0:
                    log.warning("no_model", problem=str(ended), advice="the rules go on alone, see bluelamp check")
            await asyncio.sleep(_PAUSES[min(self.failures, len(_PAUSES) - 1)])
            self.failures += 1

    async def _run(self) -> None:
        worker = await WorkerProcess.start(self._folder, self._answered)
        try:
            self._worker = worker
            log.info("model_listens")
            await worker.run()
        finally:
            self._worker = None
            await worker.end()

    def _answered(self, text: str, answer: JSON) -> None:
        self.failures = 0
        self._remembered[_key(text)] = heard_of(answer)
        if len(self._remembered) > _REMEMBERED:
            self._remembered.popitem(last=False)


def _key(text: str) -> bytes:
    """Not the text itself: what was taken back must not stay here."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _of(answer: asyncio.Future[JSON | None]) -> Heard | None:
    result = answer.result() if answer.done() else None
    return heard_of(result) if result else None

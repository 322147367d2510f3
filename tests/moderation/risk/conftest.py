"""A real model in a real worker: these tests wait for it, and nothing else in the suite does."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from foundation.settings import Settings
from moderation.risk.installed import missing
from moderation.risk.listener import Listener

pytestmark = pytest.mark.skipif(bool(missing()), reason="the extra `model` is not installed")


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """With a model, as a force has it."""
    return replace(settings, model="on")


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    """A listener whose worker is ready."""
    listener = Listener()
    listener.start()
    await until(lambda: listener.is_idle)
    yield listener
    await listener.stop()


async def until(so: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something is so: a worker takes a second to begin, and more beside other tests."""
    async with asyncio.timeout(seconds):
        while not so():  # noqa: ASYNC110 -- it is another process that changes
            await asyncio.sleep(0.02)


def worker_of(parent: int | None = None) -> int:
    """The process id of the one worker of this process."""
    [found] = workers_of(parent)
    return found


def workers_of(parent: int | None = None) -> list[int]:
    """The process ids of the workers of a process, this one where none is named."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal() and _is_worker(folder, parent or os.getpid()):
            found.append(int(folder.name))
    return found


def variables_of(process: int) -> bytes:
    """The environment that a process was begun with."""
    return Path(f"/proc/{process}/environ").read_bytes()


def _is_worker(folder: Path, parent: int) -> bool:
    try:
        status, command = (folder / "stat").read_text(), (folder / "cmdline").read_bytes()
    except OSError:  # it has ended meanwhile
        return False
    return b"moderation.risk.worker" in command and int(status.rpartition(")")[2].split()[1]) == parent


def is_running(process: int) -> bool:
    """Whether a process is there, and not only what nobody has asked about since it ended."""
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"

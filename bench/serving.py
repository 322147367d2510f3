"""A database and a server of it, for as long as a block lasts."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from bench.cores import on_the_servers_core
from foundation import database
from foundation.settings import Settings
from server.models import MODELS
from tests.running.server_process import Server, running_server


@asynccontextmanager
async def connected(settings: Settings) -> AsyncIterator[None]:
    """This process, connected."""
    await database.connect(settings, MODELS)
    try:
        yield
    finally:
        await database.close()


@contextmanager
def serving(settings: Settings, folder: Path) -> Iterator[Server]:
    """A process that serves it, on a core of its own."""
    with on_the_servers_core():
        running = running_server(settings=settings, folder=folder, BLUELAMP_LIMITS="off")
        server = running.__enter__()
    try:
        yield server
    finally:
        running.__exit__(None, None, None)

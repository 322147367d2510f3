"""The worker ends with its server, however that ends, and whatever the worker is about."""

import asyncio
import signal
from pathlib import Path

import pytest

from foundation.settings import Settings
from tests.moderation.risk.conftest import is_running, until, workers_of
from tests.running.server_process import running_server


@pytest.fixture
def dialect() -> str:
    return "sqlite"


@pytest.mark.parametrize("ready", [True, False], ids=["ready", "loading"])
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
async def test_none_is_left_behind(settings: Settings, tmp_path: Path, how: signal.Signals, ready: bool) -> None:
    with running_server(settings=settings, folder=tmp_path, BLUELAMP_MODEL="on") as server:
        await until(lambda: workers_of(server.process.pid) != [])
        [worker] = workers_of(server.process.pid)
        if ready:
            await until(lambda: b"model_listens" in server.log.read_bytes())
        server.process.send_signal(how)
        await asyncio.to_thread(server.process.wait, 10)
        await until(lambda: not is_running(worker), 10)

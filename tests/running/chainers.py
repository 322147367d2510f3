"""Processes that chain one audit at the same time."""

import subprocess
import sys

from foundation.settings import Settings
from tests.running.server_process import ROOT, environment

_CHAIN = """
import asyncio, os, sys, time
from foundation.audit import store as audit_store
from foundation import database
from foundation.audit.chainer import Chainer
from foundation.settings import Settings
from server.models import MODELS

async def main():
    settings = Settings.from_environment(os.environ)
    await database.connect(settings, MODELS)
    written = 0
    add_links = audit_store.add_links
    async def add_and_count(links):
        nonlocal written
        await add_links(links)
        written += len(links)
    audit_store.add_links = add_and_count
    chainer, end = Chainer(settings), time.monotonic() + float(sys.argv[1])
    while time.monotonic() < end:
        await chainer.run()
        await asyncio.sleep(0.01)
    await database.close()
    print(written)

asyncio.run(main())
"""


def chain_from_other_processes(settings: Settings, processes: int, seconds: float) -> list[int]:
    """Have so many processes chain for so long; gives how many entries each of them chained."""
    started = [
        subprocess.Popen(
            [sys.executable, "-c", _CHAIN, str(seconds)],
            env=environment(settings),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _each in range(processes)
    ]
    return [int(process.communicate(timeout=60)[0]) for process in started]

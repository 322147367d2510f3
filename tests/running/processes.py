"""Processes that a test run starts, and ends by their id however it goes."""

import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 15.0
"""Seconds that a process may take to end."""
_STARTS = 60.0
"""Seconds until one is ready, at most: several start at once, beside other tests' browsers."""


def end(process: subprocess.Popen[bytes], how: signal.Signals = signal.SIGTERM) -> None:
    """End one process, by its id, and wait for it; one that does not go is killed."""
    if process.poll() is None:
        process.send_signal(how)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(PATIENCE)


def remove(folder: Path) -> None:
    """Remove a process' folder; its children may still be writing their last into it."""
    deadline = time.monotonic() + PATIENCE
    while folder.exists() and time.monotonic() < deadline:
        shutil.rmtree(folder, ignore_errors=True)
        time.sleep(0.02)


def wait_until(
    ready: Callable[[], bool], process: subprocess.Popen[bytes], what: str, patience: float = _STARTS
) -> None:
    """Wait until `ready()`; raises RuntimeError when the process ends before, or takes too long."""
    deadline = time.monotonic() + patience
    while not ready():
        if process.poll() is not None:
            raise RuntimeError(f"{what} ended with {process.returncode} before it was ready")
        if time.monotonic() > deadline:
            raise RuntimeError(f"{what} was not ready after {patience:.0f} seconds")
        time.sleep(0.02)

"""What it was measured on."""

import os
import platform
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from bench.cores import LOAD, SERVER

_PACKAGES = ("aiohttp", "python-socketio", "tortoise-orm", "uvloop", "jinja2")


def describe(folder: Path, database: str) -> Iterator[str]:
    """Lines about the machine, the versions and the disk that `folder` lies on."""
    yield f"{_processor()}, {os.cpu_count()} cores: the server on core {_named(SERVER)}, the load on {_named(LOAD)}"
    yield f"{platform.system()} {platform.release()}, load average at the start {os.getloadavg()[0]:.1f}"
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    yield f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {database}"
    yield packages
    yield f"A flush of 4 KB to the disk: {_flush(folder):.2f} ms (median)"


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _named(cores: set[int]) -> str:
    return ", ".join(map(str, sorted(cores)))


def _flush(folder: Path) -> float:
    took = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _write in range(100):
            file.write(b"x" * 4096)
            file.flush()
            began = time.perf_counter()
            os.fdatasync(file.fileno())
            took.append(time.perf_counter() - began)
    return statistics.median(took) * 1000

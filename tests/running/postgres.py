"""A real PostgreSQL of the test run's own: in a temporary folder, on a Unix socket, without flushing to the disk.

PostgreSQL refuses to run as root, so that a run as root (in a container) starts it as `nobody`.
"""

import asyncio
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from tests.running.processes import end, wait_until

_USER = "bluelamp"
_UNSAFE_AND_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")


@dataclass(frozen=True)
class Cluster:
    """A running PostgreSQL; `folder` holds its socket."""

    folder: Path

    def url(self, database: str) -> str:
        return f"postgres://{_USER}@/{database}?host={self.folder}&maxsize=5"

    def create(self, name: str, template: str = "template0") -> str:
        """Make a database, as a copy of `template`, and give its address."""
        self._command(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def drop(self, name: str) -> None:
        self._command(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _command(self, statement: str) -> None:
        asyncio.run(self._execute(statement))

    async def _execute(self, statement: str) -> None:
        connection = await asyncpg.connect(host=str(self.folder), user=_USER, database="postgres")
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


def new_name() -> str:
    """A name for a test's database that no other test has."""
    return f"test_{secrets.token_hex(6)}"


@contextmanager
def running_postgres(*, durable: bool = False) -> Iterator[Cluster]:
    """A new cluster, for as long as the block lasts. `durable`: it flushes to the disk, as a real one does."""
    from tests.parts import postgres_programs  # later than pytest, which loads it as a plugin

    programs = postgres_programs()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="bluelamp-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "nobody")
        _initialise(programs, folder)
        process = _start(programs, folder, () if durable else _UNSAFE_AND_FAST)
        try:
            wait_until(lambda: _answers(programs, folder), process, "PostgreSQL")
            yield Cluster(folder)
        finally:
            end(process, signal.SIGINT)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _nobody() -> str | None:
    return "nobody" if os.geteuid() == 0 else None


def _initialise(programs: Path, folder: Path) -> None:
    command = f"{programs}/initdb -D {folder}/data -U {_USER} -A trust -E UTF8 --locale=C.UTF-8 --no-sync".split()
    subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, user=_nobody())


def _start(programs: Path, folder: Path, settings: Sequence[str]) -> subprocess.Popen[bytes]:
    options = [f"--{setting}" for setting in ("listen_addresses=", *settings)]
    command = [f"{programs}/postgres", "-D", f"{folder}/data", "-k", str(folder), *options]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, user=_nobody())


def _answers(programs: Path, folder: Path) -> bool:
    command = f"{programs}/pg_isready -q -h {folder} -U {_USER} -d postgres".split()
    return subprocess.run(command, check=False).returncode == 0

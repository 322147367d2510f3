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
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg

from tests.running.processes import end, remove, wait_until

_USER = "bluelamp"
# Foreign keys are not asked while all rows go; what the migrations wrote down stays.
_EMPTY = """
DO $$ DECLARE name text; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '%migration%' LOOP
        EXECUTE format('DELETE FROM %I', name);
    END LOOP;
END $$
"""
_UNSAFE_AND_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")


@dataclass
class Cluster:
    """A running PostgreSQL; `folder` holds its socket."""

    folder: Path
    _free: list[str] = field(default_factory=list)

    def url(self, database: str) -> str:
        return f"postgres://{_USER}@/{database}?host={self.folder}&maxsize=5"

    def create(self, name: str, template: str = "template0") -> str:
        """Make a database, as a copy of `template`, and give its address."""
        self._execute("postgres", f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def drop(self, name: str) -> None:
        self._execute("postgres", f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    @contextmanager
    def lent(self, template: str) -> Iterator[str]:
        """The address of a copy of `template` that nobody else has; emptied and lent again, for copying is slow."""
        name = self._free.pop() if self._free else new_name()
        if not self._execute("postgres", f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
            self.create(name, template)
        yield self.url(name)
        self._execute("postgres", f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        self._execute(name, _EMPTY)
        self._free.append(name)

    def _execute(self, database: str, statement: str) -> list[asyncpg.Record]:
        async def execute() -> list[asyncpg.Record]:
            connection = await asyncpg.connect(host=str(self.folder), user=_USER, database=database)
            try:
                return list(await connection.fetch(statement))
            finally:
                await connection.close()

        return asyncio.run(execute())


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
        remove(folder)


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

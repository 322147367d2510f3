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
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg

from tests.running.memory import folder_in_memory
from tests.running.once import alone, beside_others
from tests.running.processes import end, remove, wait_until

_USER = "bluelamp"
# Foreign keys are not asked while all rows go; what the migrations wrote down stays. A table that never had a row since
# it was last vacuumed takes no room, and is passed over: to ask each of a hundred tables took longer than most tests.
_EMPTY = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
DO $$ DECLARE filled regclass; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR filled IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
        AND relname NOT LIKE '%migration%' AND pg_relation_size(oid) > 0 LOOP
        EXECUTE format('DELETE FROM %s', filled);
    END LOOP;
END $$
"""
_VACUUMED_EVERY = 40
"""Loans: a database is not vacuumed by itself, and rows that went would be read over by every test after."""
_SETTINGS = ("listen_addresses=", "max_connections=500")
_UNSAFE_AND_FAST = (
    *("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"),
    *("wal_level=minimal", "max_wal_senders=0", "max_wal_size=128MB"),
)


@dataclass
class Cluster:
    """A running PostgreSQL; `folder` holds its socket."""

    folder: Path
    _free: list[str] = field(default_factory=list)
    _loans: int = 0
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    _connections: dict[str, asyncpg.Connection] = field(default_factory=dict)

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
        if not self._free:
            self.create(name := new_name(), template)
            self._free.append(name)
        name = self._free.pop()
        yield self.url(name)
        self._execute(name, _EMPTY)
        self._loans += 1
        if self._loans % _VACUUMED_EVERY == 0:
            self._execute(name, "VACUUM")
        self._free.append(name)

    def close(self) -> None:
        """Let go of the connections of this process."""
        for connection in self._connections.values():
            with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):  # a test may have cut it off
                self._loop.run_until_complete(connection.close())
        self._loop.close()

    def _execute(self, database: str, statements: str) -> None:
        self._loop.run_until_complete(self._executed(database, statements))

    async def _executed(self, database: str, statements: str) -> None:
        if known := self._connections.get(database):
            try:
                await known.execute(statements)
                return
            except (asyncpg.ConnectionDoesNotExistError, asyncpg.AdminShutdownError, asyncpg.InternalClientError):
                pass  # the test before cut every connection off, this one too
        address = {"host": str(self.folder), "user": _USER, "database": database}
        self._connections[database] = await asyncpg.connect(**address)
        await self._connections[database].execute(statements)


def new_name() -> str:
    """A name for a test's database that no other test has."""
    return f"test_{secrets.token_hex(6)}"


@contextmanager
def postgres_of_run(folder: Path, prepare: Callable[[Cluster], object]) -> Iterator[Cluster]:
    """The one PostgreSQL that the processes of a run share, by their common folder.

    Whoever comes first starts and prepares it, and ends it when the last of the others is done.
    """
    address, lock, used = (folder / f"postgres.{name}" for name in ("address", "lock", "used"))
    with ExitStack() as stack:
        with alone(lock):
            first = not address.exists()
            if first:
                cluster = stack.enter_context(running_postgres())
                prepare(cluster)
                address.write_text(str(cluster.folder))
            else:
                cluster = Cluster(Path(address.read_text()))
                stack.callback(cluster.close)
                stack.enter_context(beside_others(used))
        yield cluster
        if first:
            with alone(lock):
                address.unlink()
            stack.enter_context(alone(used))


@contextmanager
def running_postgres(*, durable: bool = False) -> Iterator[Cluster]:
    """A new cluster, for as long as the block lasts. `durable`: it flushes to the disk, as a real one does."""
    from tests.parts import postgres_programs  # later than pytest, which loads it as a plugin

    programs = postgres_programs()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="bluelamp-pg-", dir=None if durable else folder_in_memory()))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "nobody")
        _initialise(programs, folder)
        process = _start(programs, folder, () if durable else _UNSAFE_AND_FAST)
        try:
            wait_until(lambda: _answers(programs, folder), process, "PostgreSQL")
            cluster = Cluster(folder)
            yield cluster
            cluster.close()
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
    options = [f"--{setting}" for setting in (*_SETTINGS, *settings)]
    command = [f"{programs}/postgres", "-D", f"{folder}/data", "-k", str(folder), *options]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, user=_nobody())


def _answers(programs: Path, folder: Path) -> bool:
    command = f"{programs}/pg_isready -q -h {folder} -U {_USER} -d postgres".split()
    return subprocess.run(command, check=False).returncode == 0

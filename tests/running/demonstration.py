"""A real `bluelamp demo` in a process of its own, with a database that its first start makes."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from foundation.settings import Settings
from tests.running.ports import free_port
from tests.running.processes import end, wait_until
from tests.running.server_process import Server, command, environment, status_of

PASSWORD = "bluelamp-demo"
"""Everybody's."""


def database_in(folder: Path) -> str:
    """The address of the database that the demonstration in this folder has."""
    return f"sqlite://{folder}/demo.sqlite3"


@contextmanager
def running_demonstration(*, settings: Settings, folder: Path) -> Iterator[Server]:
    """The demonstration on a free port, ready, for as long as the block lasts."""
    port = free_port()
    log = folder / "demo.log"
    variables = environment(settings, BLUELAMP_DATABASE_URL=database_in(folder))
    with log.open("wb") as out:
        process = subprocess.Popen(
            command("demo", "--port", str(port)), env=variables, cwd=folder, stdout=out, stderr=out
        )
    server = Server(f"http://127.0.0.1:{port}", process, log)
    try:
        wait_until(lambda: status_of(f"{server.url}/readyz") == 200, process, f"bluelamp demo, see {log},")
        yield server
    finally:
        end(process)

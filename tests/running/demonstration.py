"""A real `bluelamp demo` in a process of its own, with a database that its first start makes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from foundation.settings import Settings
from tests.running.ports import free_port
from tests.running.server_process import Server, environment, running_command

PASSWORD = "bluelamp-demo"
"""Everybody's."""


def database_in(folder: Path) -> str:
    """The address of the database that the demonstration in this folder has."""
    return f"sqlite://{folder}/demo.sqlite3"


@contextmanager
def running_demonstration(*, settings: Settings, folder: Path) -> Iterator[Server]:
    """The demonstration on a free port, ready, for as long as the block lasts."""
    variables = environment(settings, BLUELAMP_DATABASE_URL=database_in(folder))
    with running_command("demo", port=free_port(), log=folder / "demo.log", variables=variables) as server:
        yield server

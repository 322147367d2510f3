"""Who runs where: the server alone on the first core, the load (and PostgreSQL) on the others."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

_ALL = sorted(os.sched_getaffinity(0))
SERVER = {_ALL[0]}
LOAD = set(_ALL[1:]) or SERVER
"""With one core only, everything shares it, and the figures say less."""


def stay_off_the_servers_core() -> None:
    os.sched_setaffinity(0, LOAD)


@contextmanager
def on_the_servers_core() -> Iterator[None]:
    """What is started inside the block runs on the server's core, with all its threads."""
    os.sched_setaffinity(0, SERVER)
    try:
        yield
    finally:
        os.sched_setaffinity(0, LOAD)

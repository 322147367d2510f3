"""What the processes of a run make once, and all of them use: a lock in their common folder says whose turn it is."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Wait until no other process of the run is in such a block with this file, and keep the others out of it."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def beside_others(lock: Path) -> Iterator[None]:
    """Let `alone` wait for the end of this block, in which any number of processes may be."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        yield


def made_once(mark: Path, make: Callable[[], object]) -> None:
    """Have the first process that comes here make something, while the others wait for it; `mark` says that it is."""
    with alone(mark.with_name(f"{mark.name}.lock")):
        if not mark.exists():
            make()
            mark.touch()

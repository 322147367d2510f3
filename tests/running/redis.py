"""A real Redis of the test run's own, on a Unix socket, that keeps nothing."""

import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.running.processes import end, remove, wait_until


class RedisProcess:
    """A Redis at an address that stays, which may leave and come back."""

    def __init__(self, program: str, folder: Path) -> None:
        self._path = folder / "socket"
        self._command = [program, "--port", "0", "--unixsocket", str(self._path), "--save", "", "--dir", str(folder)]
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"unix://{self._path}"

    def come(self) -> None:
        """It answers once this returns."""
        self._process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL)
        wait_until(lambda: _answers(self._path), self._process, "Redis")

    def cut_listeners_off(self) -> None:
        """End the connections of all who listen; it goes on answering everybody."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(self._path))
            connection.sendall(b"CLIENT KILL TYPE pubsub\r\n")
            cut = connection.recv(16)
        assert int(cut.removeprefix(b":")) > 1, f"somebody must have listened: {cut!r}"

    def leave(self) -> None:
        """Nothing where it has left already."""
        if self._process is not None:
            end(self._process)
            self._process = None


@contextmanager
def redis_that_returns() -> Iterator[RedisProcess]:
    """A new Redis that is there, until it leaves or the block is over."""
    from tests.parts import redis_server  # later than pytest, which loads it as a plugin

    program = redis_server()
    if program is None:
        raise RuntimeError("Redis is not installed: apt-get install redis-server")
    folder = Path(tempfile.mkdtemp(prefix="bluelamp-redis-"))
    redis = RedisProcess(program, folder)
    try:
        redis.come()
        yield redis
    finally:
        redis.leave()
        remove(folder)


@contextmanager
def running_redis() -> Iterator[str]:
    """The address of a new Redis, for as long as the block lasts."""
    with redis_that_returns() as redis:
        yield redis.url


@contextmanager
def redis_that_leaves() -> Iterator[tuple[str, Callable[[], None]]]:
    """The address of a Redis, and how to end it."""
    with redis_that_returns() as redis:
        yield redis.url, redis.leave


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(str(path))
        except OSError:
            return False
        connection.sendall(b"PING\r\n")
        return connection.recv(16).startswith(b"+PONG")

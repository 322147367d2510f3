"""A real Redis of the test run's own, on a Unix socket, that keeps nothing."""

import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.running.processes import end, remove, wait_until


@contextmanager
def running_redis() -> Iterator[str]:
    """The address of a new Redis, for as long as the block lasts."""
    from tests.parts import redis_server  # later than pytest, which loads it as a plugin

    program = redis_server()
    if program is None:
        raise RuntimeError("Redis is not installed: apt-get install redis-server")
    folder = Path(tempfile.mkdtemp(prefix="bluelamp-redis-"))
    path = folder / "socket"
    command = [program, "--port", "0", "--unixsocket", str(path), "--save", "", "--dir", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait_until(lambda: _answers(path), process, "Redis")
        yield f"unix://{path}"
    finally:
        end(process)
        remove(folder)


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(str(path))
        except OSError:
            return False
        connection.sendall(b"PING\r\n")
        return connection.recv(16).startswith(b"+PONG")

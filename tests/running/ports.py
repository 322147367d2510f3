"""Ports for what a test starts: of this process alone, so that nobody else answers where its server is expected."""

import os
import random
import socket
from collections.abc import Iterator
from itertools import cycle

_FIRST, _EACH, _SHARES = 10_100, 2_000, 11
"""Below 32,768, from where systems draw the ports that connections and other servers leave from, and above 10,080,
where browsers refuse to go."""


def _share() -> Iterator[int]:
    """The ports of this worker of the run, from anywhere among them: runs side by side should rarely meet."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % _SHARES
    first = _FIRST + worker * _EACH
    turn = random.randrange(_EACH)
    return cycle(first + (turn + step) % _EACH for step in range(_EACH))


_ports = _share()


def free_port() -> int:
    """A port of the loopback address that nobody listens on, and that nobody else of this run will be given."""
    for port in _ports:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("the ports go round and never end")

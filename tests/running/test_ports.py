"""The ports that tests are given: two of them were once given the same, and one asked the other's server."""

import os
import socket
import subprocess
import sys
from pathlib import Path

from tests.running.ports import free_port

ROOT = Path(__file__).parent.parent.parent


def ports_of(worker: str) -> set[int]:
    asked = "from tests.running.ports import free_port; print(*(free_port() for _ in range(300)))"
    said = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        env=os.environ | {"PYTEST_XDIST_WORKER": worker},
        capture_output=True,
        text=True,
        check=True,
    )
    return {int(port) for port in said.stdout.split()}


def test_no_two_workers_are_given_the_same_port() -> None:
    assert not ports_of("gw0") & ports_of("gw1")


def test_none_is_one_that_the_system_gives_away_itself() -> None:
    assert max(ports_of("gw0") | ports_of("gw10")) < 32_768


def test_one_that_is_taken_is_passed_over() -> None:
    following = free_port() + 1
    with socket.socket() as other:
        other.bind(("127.0.0.1", following))
        other.listen()
        assert free_port() != following

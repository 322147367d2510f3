"""A real `bluelamp` in a process of its own: run to its end, or serving until it is ended by its id."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from foundation.settings import Settings
from tests.running.ports import free_port
from tests.running.processes import end, wait_until

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Server:
    """A serving `bluelamp`; `log` is the file of what it says."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path


def environment(settings: Settings, **more: str) -> dict[str, str]:
    """The variables that make a process use these settings."""
    ours = {
        "BLUELAMP_DATABASE_URL": settings.database_url,
        "BLUELAMP_SECRET_KEY": settings.secret_key,
        "BLUELAMP_REDIS_URL": settings.redis_url or "",
        "BLUELAMP_MODEL": settings.model,
    }
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BLUELAMP_")}
    return clean | ours | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"} | more


def command(*arguments: str) -> list[str]:
    """The `bluelamp` command with the Python of this run."""
    return [sys.executable, "-c", "from server.cli import main; main()", *arguments]


def run(*arguments: str, settings: Settings, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `bluelamp ARGUMENTS` to its end, in `folder`."""
    return subprocess.run(
        command(*arguments),
        env=environment(settings, **variables),
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@contextmanager
def running_server(*arguments: str, settings: Settings, folder: Path, **variables: str) -> Iterator[Server]:
    """`bluelamp serve ARGUMENTS` on a free port, ready, for as long as the block lasts."""
    port = free_port()
    log = folder / f"server-{port}.log"
    with running_command(
        "serve", *arguments, port=port, log=log, variables=environment(settings, **variables)
    ) as server:
        yield server


@contextmanager
def running_command(name: str, *arguments: str, port: int, log: Path, variables: dict[str, str]) -> Iterator[Server]:
    """A command that serves on a port, in the folder of its log, ready, for as long as the block lasts."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            command(name, "--port", str(port), *arguments), env=variables, cwd=log.parent, stdout=out, stderr=out
        )
    server = Server(f"http://127.0.0.1:{port}", process, log)
    try:
        wait_until(lambda: status_of(f"{server.url}/readyz") == 200, process, f"bluelamp {name}, see {log},")
        yield server
    finally:
        end(process)


def status_of(url: str) -> int:
    """The status that an address answers with; 0 when nobody does."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0

"""Running the application: one process, or a supervisor with several on one port."""

import asyncio
import gc
import ipaddress
import signal
import socket
import subprocess
import sys
import time
from types import FrameType

import click
import structlog
import uvloop
from aiohttp import web

from foundation import database
from foundation.environment import BadSetting
from foundation.models import Mark
from foundation.settings import Settings
from moderation.screening_rules.in_use import load_rules
from moderation.screening_rules.reloading_service import reload
from server.migrate import pending
from server.models import MODELS

log = structlog.get_logger("server")

_STOPS_WITHIN = 4.0
"""Seconds that requests have to finish after SIGTERM. aiohttp waits twice as long for a live client that does not
answer any more, and the process must be gone within ten."""
_PAUSE = 1.0
"""Seconds before a worker that ended is started again."""


def serve(settings: Settings, host: str, port: int, workers: int, *, is_worker: bool = False) -> int:
    """Serve until SIGTERM; gives the exit status. Raises ClickException where it must not start."""
    _check_several(settings, workers)
    _check_rules(settings)
    asyncio.run(_check_database(settings, host))
    if not settings.limits:
        log.warning("limits_off", advice="BLUELAMP_LIMITS=off is for load tests only")
    if workers > 1:
        return _supervise(host, port, workers)
    # Only here: who watches over workers, or may not start, has no need of the application.
    from server.app import create_app

    run(create_app(settings), host, port, reuse_port=is_worker)
    return 0


def run(app: web.Application, host: str, port: int, *, reuse_port: bool = False) -> None:
    """Serve one application in this process until it is told to stop."""
    # What is loaded now stays: a collector that looks through it again and again takes a quarter of a page's time.
    app.on_startup.append(_reload_on_hangup)
    gc.collect()
    gc.freeze()
    try:
        web.run_app(
            app,
            loop=uvloop.new_event_loop(),
            host=host,
            port=port,
            print=lambda *_words: click.echo(f"Bluelamp serves on http://{host}:{port}", err=True),
            access_log=None,
            reuse_port=reuse_port or None,
            shutdown_timeout=_STOPS_WITHIN,
        )
    except OSError as error:
        raise click.ClickException(f"Port {port} of {host} can't be used: {error.strerror}.") from None


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _check_several(settings: Settings, workers: int) -> None:
    if workers > 1 and (settings.redis_url is None or database.sqlite_path(settings.database_url)):
        raise click.ClickException(
            "More than one worker needs BLUELAMP_REDIS_URL and PostgreSQL in BLUELAMP_DATABASE_URL."
        )


def _check_rules(settings: Settings) -> None:
    try:
        load_rules(settings.rules)
    except BadSetting as bad:
        raise click.ClickException(f"BLUELAMP_RULES can't be used: {bad}") from None


async def _reload_on_hangup(_app: web.Application) -> None:
    """SIGHUP: read the rules again. What can't be used is logged, and those of before stay."""
    loop, running = asyncio.get_running_loop(), set[asyncio.Task[bool]]()

    def again() -> None:
        task = loop.create_task(reload())
        running.add(task)
        task.add_done_callback(running.discard)

    loop.add_signal_handler(signal.SIGHUP, again)


async def _check_database(settings: Settings, host: str) -> None:
    await database.connect(settings, MODELS)
    try:
        if not await database.answers():
            raise click.ClickException("The database can't be reached: see BLUELAMP_DATABASE_URL.")
        if await pending():
            raise click.ClickException("The database is not up to date. Run: bluelamp migrate")
        if await Mark.filter(name="demonstration").exists() and not is_loopback(host):
            raise click.ClickException("This is a demonstration's database: it is served on this machine only.")
    except database.UNREACHABLE:
        raise click.ClickException("The database can't be reached: see BLUELAMP_DATABASE_URL.") from None
    finally:
        await database.close()


def _supervise(host: str, port: int, count: int) -> int:
    """Keep `count` workers running on one port until SIGTERM or SIGINT, and end them by their ids."""
    with socket.socket() as holder:
        # Held, never listened on: the port is ours, and 0 becomes one number for all.
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        holder.bind((host, port))
        port = holder.getsockname()[1]
        return _Supervisor([sys.executable, "-m", "server", "worker", "--host", host, "--port", str(port)]).run(count)


class _Supervisor:
    def __init__(self, command: list[str]) -> None:
        self._command = command
        self._workers: list[subprocess.Popen[bytes]] = []
        self._stopping = False

    def run(self, count: int) -> int:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        signal.signal(signal.SIGHUP, self._pass_on)
        self._workers = [self._start() for _worker in range(count)]
        while not self._stopping:
            time.sleep(_PAUSE)
            self._replace_ended()
        for worker in self._workers:
            worker.wait()
        return 0

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self._command)  # noqa: S603 -- our own command

    def _replace_ended(self) -> None:
        for place, worker in enumerate(self._workers):
            if worker.poll() is not None and not self._stopping:
                log.warning("worker_ended", status=worker.returncode)
                self._workers[place] = self._start()

    def _pass_on(self, number: int, _frame: FrameType | None) -> None:
        for worker in self._workers:
            worker.send_signal(number)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True
        for worker in self._workers:
            worker.terminate()

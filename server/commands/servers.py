"""Commands that serve: the force's own server, its workers, the demonstration."""

import os
import sys

import click

from server.commands.running import settings_in_use

PORTS = click.IntRange(0, 65535)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8080, show_default=True, type=PORTS)
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes.")
def serve(host: str, port: int, workers: int) -> None:
    """Serve. More than one worker needs BLUELAMP_REDIS_URL and PostgreSQL."""
    settings = settings_in_use()
    from server import serving

    sys.exit(serving.serve(settings, host, port, workers))


@click.command(hidden=True)
@click.option("--host", required=True)
@click.option("--port", required=True, type=int)
def worker(host: str, port: int) -> None:
    """One process of `serve --workers N`, started by its supervisor."""
    settings = settings_in_use()
    from server import serving

    sys.exit(serving.serve(settings, host, port, 1, is_worker=True))


@click.command("demo")
@click.option("--port", default=lambda: int(os.environ.get("PORT", "8080")), type=PORTS)
def demonstrate(port: int) -> None:
    """Serve the demonstration force on this machine only; its data are kept for the next time."""
    settings = settings_in_use(demonstration=True)
    from server import demo

    sys.exit(demo.serve(settings, port))


COMMANDS = (serve, worker, demonstrate)

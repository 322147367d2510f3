"""`bluelamp import`: progress while it runs, each bad row by its line, the sums at the end."""

import sys
from pathlib import Path

import click

from foundation import database
from foundation.errors import Refusal
from foundation.settings import Settings
from neighbourhoods.importing import import_neighbourhoods, import_postcodes, silent
from server.models import MODELS


async def load(settings: Settings, what: str, file: Path) -> int:
    """Load a file into the database; gives the exit status: 1 if any row was bad."""
    run = import_neighbourhoods if what == "neighbourhoods" else import_postcodes
    await database.connect(settings, MODELS)
    try:
        report = await run(file, _progress if sys.stderr.isatty() else silent)
    except Refusal as refusal:
        raise click.ClickException(refusal.message) from None
    finally:
        await database.close()
    for line in report.lines():
        click.echo(line)
    return 0 if report.ok else 1


def _progress(done: int, total: int) -> None:
    click.echo(f"\r{done:,} of {total:,}", nl=done >= total, err=True)

"""`bluelamp import-priorities`: progress while it runs, each bad row by its number, the sums at the end."""

import sys
from pathlib import Path

import click

from foundation import database
from foundation.errors import Refusal
from foundation.settings import Settings
from neighbourhoods.importing import silent
from priorities.acting.importing.service import import_priorities
from server.models import MODELS


async def load(settings: Settings, file: Path, neighbourhood: str) -> int:
    """Load the file of a neighbourhood into the database; gives the exit status: 1 if any row was bad."""
    await database.connect(settings, MODELS)
    try:
        report = await import_priorities(file, neighbourhood, _progress if sys.stderr.isatty() else silent)
    except Refusal as refusal:
        raise click.ClickException(refusal.message) from None
    finally:
        await database.close()
    for line in report.lines():
        click.echo(line)
    return 0 if report.ok else 1


def _progress(done: int, total: int) -> None:
    click.echo(f"\r{done:,} of {total:,}", nl=done >= total, err=True)

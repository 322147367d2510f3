"""`bluelamp backup` and `bluelamp restore`: a running database as a file, and a file as a database."""

import sys
from pathlib import Path

import click
from tortoise.exceptions import BaseORMException

from foundation import database
from foundation.search.index import refresh
from foundation.settings import Settings
from server.backup.reading import BadBackup, header_of
from server.backup.restoring import check_migration, restore_backup
from server.backup.taking import take_backup
from server.migrate import last_migration, migrate, pending
from server.models import MODELS

_EVERY = 5000
"""Rows between two words about the progress."""


async def backup(settings: Settings, file: Path) -> int:
    """Write the database of these settings into a file; gives the exit status."""
    await database.connect(settings, MODELS)
    try:
        if await pending():
            raise click.ClickException("The database is not up to date: run `bluelamp migrate` first.")
        rows = await take_backup(file, last_migration(), _Progress())
    except OSError as error:
        raise click.ClickException(f"The backup can’t be written: {error}.") from None
    finally:
        await database.close()
    click.echo(f"{rows:,} rows were written to {file}. The keys of rounds that are being voted on are not in it.")
    return 0


async def restore(settings: Settings, file: Path) -> int:
    """Make the tables in an empty database, and fill them from a file; gives the exit status."""
    try:
        check_migration(file, last_migration())
        await migrate(settings)
        rows = await _fill(settings, file)
    except BadBackup as bad:
        raise click.ClickException(str(bad)) from None
    except BaseORMException as error:
        raise click.ClickException(f"The database refused a row, and nothing was restored: {error}.") from None
    click.echo(f"{rows:,} rows of {header_of(file)['made_at']} were restored, and each was read again and compared.")
    click.echo("`bluelamp audit verify` proves the chain of the audit.")
    return 0


async def _fill(settings: Settings, file: Path) -> int:
    await database.connect(settings, MODELS)
    try:
        rows = await restore_backup(file, _Progress())
        await refresh()
    finally:
        await database.close()
    return rows


class _Progress:
    """Says on a terminal how far it is."""

    def __init__(self) -> None:
        self._said = 0

    def __call__(self, table: str, rows: int) -> None:
        if sys.stderr.isatty() and (rows < self._said or rows >= self._said + _EVERY):
            self._said = rows
            click.echo(f"\r{rows:,} rows ({table})\x1b[K", nl=False, err=True)

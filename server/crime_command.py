"""`bluelamp import-crime`: progress while it runs, each bad row by its file and line, a sentence for each month."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from foundation import database
from foundation.errors import Refusal
from foundation.settings import Settings
from neighbourhoods.importing import silent
from priorities.proposals.evidence.importing_service import CrimeReport, Month, import_crime
from server.models import MODELS


async def load(settings: Settings, files: tuple[Path, ...]) -> int:
    """Load street files into the database; gives the exit status: 1 if any row was bad."""
    await database.connect(settings, MODELS)
    try:
        report = await import_crime(files, _progress if sys.stderr.isatty() else silent)
    except Refusal as refusal:
        raise click.ClickException(refusal.message) from None
    finally:
        await database.close()
    for line in _lines(report):
        click.echo(line)
    return 1 if report.bad else 0


def _lines(report: CrimeReport) -> Iterator[str]:
    yield from (f"{path}, {row}" for path, row in report.bad)
    yield from report.remarks
    yield from (_month(each) for each in report.months)
    if report.outside:
        yield f"{report.outside:,} crimes lie outside every neighbourhood, and were left out"
    if report.nowhere:
        yield f"{report.nowhere:,} crimes have no position, and were left out"
    yield f"{len(report.bad):,} rows were bad"


def _month(each: Month) -> str:
    what = f"{each.month}, {each.force}: {each.crimes:,} crimes"
    if not each.changed:
        return f"{what}, as they were"
    return what if each.before is None else f"{what}, in place of {each.before:,}"


def _progress(done: int, total: int) -> None:
    click.echo(f"\r{done:,} of {total:,} files", nl=done >= total, err=True)

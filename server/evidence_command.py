"""`bluelamp evidence`: proves what is kept as evidence."""

import sys
from contextlib import aclosing

import click

from foundation import database
from foundation.settings import Settings
from moderation.evidence.proving import Proof, prove
from server.models import MODELS

_NAMED = 20


async def verify(settings: Settings) -> int:
    """Prove every snapshot and picture; 1 where something does not match."""
    done = Proof()
    await database.connect(settings, MODELS)
    try:
        async with aclosing(prove()) as pages:
            async for done in pages:
                _progress(done)
    finally:
        await database.close()
    if sys.stderr.isatty():
        click.echo(err=True)
    click.echo(f"Evidence: {done.snapshots:,} snapshots ({done.emptied:,} emptied), {done.pictures:,} pictures.")
    for wrong in done.wrong[:_NAMED]:
        click.echo(f"Wrong: {wrong}.")
    if len(done.wrong) > _NAMED:
        click.echo(f"And {len(done.wrong) - _NAMED:,} more.")
    if not done.wrong:
        click.echo("All of it matches its digests, and the audit has them. `bluelamp audit verify` proves the audit.")
    return 1 if done.wrong else 0


def _progress(done: Proof) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{done.snapshots:,}", nl=False, err=True)

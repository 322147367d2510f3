"""`bluelamp audit`: proves the chain of the audit, and says where it ends."""

import sys
from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path

import click

from foundation import database
from foundation.audit import store as audit_store
from foundation.audit.chain import BEGINNING, Head, chain_key
from foundation.audit.heads import heads_file, heads_in
from foundation.audit.verify import Walk, walk
from foundation.settings import Settings
from server.models import MODELS


async def print_head(settings: Settings) -> int:
    """Print where the chain ends now: `NUMBER:MAC`."""
    await database.connect(settings, MODELS)
    try:
        click.echo(str(await audit_store.head()))
    finally:
        await database.close()
    return 0


async def verify(settings: Settings, given: Sequence[Head], file: Path | None, since: Head | None) -> int:
    """Prove the chain against the heads given and those in a file (the server's own); 1 where it does not hold."""
    file = file or heads_file(settings)
    kept = _heads_of(file)
    await database.connect(settings, MODELS)
    try:
        done = await _walk(settings, [*given, *kept], since or BEGINNING)
        if done.broken is None:
            _say_what_holds(done, given, kept, file, since)
            await _say_what_waits()
        click.echo(f"The present head is {await audit_store.head()}")
    finally:
        await database.close()
    if done.broken:
        click.echo(f"Broken at {done.broken}.")
        click.echo(f"{done.entries:,} entries before it hold.")
        return 1
    return 0


def _heads_of(file: Path) -> list[Head]:
    try:
        return [head for _time, head in heads_in(file)]
    except ValueError as error:
        raise click.ClickException(f"{file}: {error}") from None


async def _walk(settings: Settings, heads: Sequence[Head], since: Head) -> Walk:
    end, done = await audit_store.head(), Walk()
    async with aclosing(walk(chain_key(settings.secret_key), heads, since)) as pages:
        async for done in pages:
            _progress(done.head.number, end.number)
    if sys.stderr.isatty():
        click.echo(err=True)
    return done


def _progress(number: int, of: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{number:,} of {max(number, of):,}", nl=False, err=True)


def _say_what_holds(done: Walk, given: Sequence[Head], kept: Sequence[Head], file: Path, since: Head | None) -> None:
    click.echo(f"The chain holds: {done.entries:,} entries{f' after number {since.number:,}' if since else ''}.")
    click.echo(f"Personal details: {done.named:,} match their entries, {done.erased:,} were erased.")
    click.echo(f"Heads in the chain: {len(given):,} given, {len(kept):,} of {file}.")
    if done.late:
        click.echo(
            f"Look at this: {done.late:,} entries are older than what was chained before them, which a clock that"
        )
        click.echo(f"was set back explains, or somebody who put them in. The first: {done.first_late}.")


async def _say_what_waits() -> None:
    many, oldest = await audit_store.waiting()
    click.echo(f"Not chained yet: {many:,}{f', the oldest of {oldest:%Y-%m-%d %H:%M:%S} UTC' if oldest else ''}.")

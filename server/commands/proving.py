"""Commands that prove what was recorded, kept or counted."""

import sys
from pathlib import Path

import click

from foundation.audit.chain import Head
from server.commands.running import FILE, OF_DEMONSTRATION, runs, settings_in_use
from server.head_type import HeadType


@click.group()
def audit() -> None:
    """Prove what the audit holds, and say where its chain ends."""


@audit.command("head")
@OF_DEMONSTRATION
@runs
async def show_head(demo: bool) -> int:
    """Print the head of the chain, NUMBER:MAC: keep it where nobody who runs the database can change it."""
    from server import auditing

    return await auditing.print_head(settings_in_use(demonstration=demo))


@audit.command("verify")
@click.option("--head", "heads", type=HeadType(), multiple=True, help="A head that was kept; may be given again.")
@click.option("--heads", "file", type=FILE, help="A file of heads.")
@click.option("--since", type=HeadType(), help="Begin after this head, which was proved before.")
@OF_DEMONSTRATION
@runs
async def verify(heads: tuple[Head, ...], file: Path | None, since: Head | None, demo: bool) -> int:
    """Prove the audit, entry by entry, and that the heads lie in its chain; status 1 if it is broken."""
    from server import auditing

    return await auditing.verify(settings_in_use(demonstration=demo), heads, file, since)


@click.group()
def evidence() -> None:
    """Prove what was kept of things that were held, flagged or decided about."""


@evidence.command("verify")
@OF_DEMONSTRATION
@runs
async def verify_evidence(demo: bool) -> int:
    """Make every digest again and compare it with the row, the pictures and the audit; status 1 if one is another."""
    from server import evidence_command

    return await evidence_command.verify(settings_in_use(demonstration=demo))


@click.command("recount")
@click.argument("file", type=FILE)
@click.option("--results", type=FILE, help="Published results (JSON).")
@click.option("--key", help="The public key that the server signs with, in hexadecimal, as you know it from elsewhere.")
def count_again(file: Path, results: Path | None, key: str | None) -> None:
    """Count the published ballots of a round again, and prove what their file says; status 1 if it does not agree."""
    from priorities.recount import recount

    sys.exit(recount(file, results, key))


COMMANDS = (audit, evidence, count_again)

"""The `bluelamp` command. Everything that an operator does to a server is here; each command says what it did.

Each brings in what it needs when it runs: the whole application takes a second, of which `migrate` needs a third, and
what a bad setting needs is a line.
"""

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from functools import wraps
from pathlib import Path
from typing import Any, BinaryIO, Literal, ParamSpec

import asyncpg
import click

from foundation import database, logs
from foundation.audit.chain import Head
from foundation.environment import BadSetting
from foundation.settings import Settings
from server.head_type import HeadType

P = ParamSpec("P")


class _Commands(click.Group):
    """Every command says in one line that the database can't be used, and why."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except BrokenPipeError:  # nobody reads our words any more: click's to handle
            raise
        except (OSError, asyncpg.PostgresError, *database.UNREACHABLE) as error:
            sentence = f"The database can't be used: see BLUELAMP_DATABASE_URL ({error})."
            raise click.ClickException(sentence) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="bluelamp")
def main() -> None:
    """Bluelamp: virtual surgeries and forums for neighbourhood policing."""
    logs.configure()


def _settings(*, demonstration: bool = False) -> Settings:
    try:
        return Settings.from_environment(os.environ, demonstration=demonstration)
    except BadSetting as bad:
        raise click.ClickException(str(bad)) from None


def _runs(work: Callable[P, Coroutine[Any, Any, int]]) -> Callable[P, None]:
    """Run an asynchronous command and leave with its status."""

    @wraps(work)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        sys.exit(asyncio.run(work(*args, **kwargs)))

    return run


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8080, show_default=True, type=click.IntRange(0, 65535))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes.")
def serve(host: str, port: int, workers: int) -> None:
    """Serve. More than one worker needs BLUELAMP_REDIS_URL and PostgreSQL."""
    settings = _settings()
    from server import serving

    sys.exit(serving.serve(settings, host, port, workers))


@main.command(hidden=True)
@click.option("--host", required=True)
@click.option("--port", required=True, type=int)
def worker(host: str, port: int) -> None:
    """One process of `serve --workers N`, started by its supervisor."""
    settings = _settings()
    from server import serving

    sys.exit(serving.serve(settings, host, port, 1, is_worker=True))


@main.command("demo")
@click.option("--port", default=lambda: int(os.environ.get("PORT", "8080")), type=click.IntRange(0, 65535))
def demonstrate(port: int) -> None:
    """Serve the demonstration force on this machine only; its data are kept for the next time."""
    settings = _settings(demonstration=True)
    from server import demo

    sys.exit(demo.serve(settings, port))


@main.command("migrate")
@_runs
async def bring_up_to_date() -> int:
    """Bring the database up to date. Safe to run twice at once."""
    from server import migrate

    await migrate.migrate(_settings(), say=click.echo)
    click.echo("The database is up to date.")
    return 0


@main.command("import")
@click.argument("what", type=click.Choice(["neighbourhoods", "postcodes"]))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_runs
async def load(what: str, file: Path) -> int:
    """Load a force's neighbourhoods (GeoJSON) or postcodes (CSV, plain or .gz); again: updates."""
    from server import importing

    return await importing.load(_settings(), what, file)


@main.command("import-crime")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_runs
async def import_crime(files: tuple[Path, ...]) -> int:
    """Load recorded crime from street FILES of data.police.uk (CSV, plain or .gz); again: nothing changes.

    Give all files of a month together: they take the place of what was loaded of it before.
    """
    from server import crime_command

    return await crime_command.load(_settings(), files)


@main.command("import-priorities")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("neighbourhood")
@_runs
async def import_priorities(file: Path, neighbourhood: str) -> int:
    """Load the priorities of a NEIGHBOURHOOD (its id) from FILE, JSON as data.police.uk gives it; again: updates."""
    from server import priorities_command

    return await priorities_command.load(_settings(), file, neighbourhood)


@main.command("create-admin")
@click.argument("email")
@_runs
async def create_admin(email: str) -> int:
    """Print a one-time link, which ends in an hour, for an administrator to set up signing in with."""
    from server import staff

    return await staff.create_admin(_settings(), email)


@main.command("suspend")
@click.argument("email")
@click.argument("reason")
@_runs
async def suspend(email: str, reason: str) -> int:
    """Suspend an officer, a moderator or an administrator, the last one too; running servers follow at once."""
    from server import staff

    return await staff.suspend(_settings(), email, reason)


@main.command("readmit")
@click.argument("email")
@click.argument("reason")
@_runs
async def readmit(email: str, reason: str) -> int:
    """End somebody's suspension."""
    from server import staff

    return await staff.readmit(_settings(), email, reason)


@main.command("vapid-keys")
def vapid_keys() -> None:
    """Print new keys for web push, as settings. With other keys than before, every browser must be asked again."""
    from foundation.vapid import new_private

    click.echo(f"BLUELAMP_VAPID_PRIVATE_KEY={new_private()}")


@main.group()
def audit() -> None:
    """Prove what the audit holds, and say where its chain ends."""


@audit.command("head")
@click.option("--demo", is_flag=True, help="Of the demonstration.")
@_runs
async def show_head(demo: bool) -> int:
    """Print the head of the chain, NUMBER:MAC: keep it where nobody who runs the database can change it."""
    from server import auditing

    return await auditing.print_head(_settings(demonstration=demo))


@audit.command("verify")
@click.option("--head", "heads", type=HeadType(), multiple=True, help="A head that was kept; may be given again.")
@click.option("--heads", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A file of heads.")
@click.option("--since", type=HeadType(), help="Begin after this head, which was proved before.")
@click.option("--demo", is_flag=True, help="Of the demonstration.")
@_runs
async def verify(heads: tuple[Head, ...], file: Path | None, since: Head | None, demo: bool) -> int:
    """Prove the audit, entry by entry, and that the heads lie in its chain; status 1 if it is broken."""
    from server import auditing

    return await auditing.verify(_settings(demonstration=demo), heads, file, since)


@main.group()
def evidence() -> None:
    """Prove what was kept of things that were held, flagged or decided about."""


@evidence.command("verify")
@click.option("--demo", is_flag=True, help="Of the demonstration.")
@_runs
async def verify_evidence(demo: bool) -> int:
    """Make every digest again and compare it with the row, the pictures and the audit; status 1 if one is another."""
    from server import evidence_command

    return await evidence_command.verify(_settings(demonstration=demo))


@main.command("rules")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def try_rules(file: Path | None) -> None:
    """Say which rules of screening would be in use with FILE, or what is wrong with it, by its line."""
    from server import rules_command

    sys.exit(rules_command.try_rules(file))


@main.group()
def forum() -> None:
    """Take a forum out as a file, and bring topics in.

    PLACE is a neighbourhood's id, or force:ID or staff:ID for the forums of a force.
    """


@forum.command("export")
@click.argument("place")
@click.option("--format", "kind", type=click.Choice(["json", "csv"]), default="json", show_default=True)
@click.option("--to", "file", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output.")
@_runs
async def export_forum(place: str, kind: Literal["json", "csv"], file: Path | None) -> int:
    """Write all topics of a forum, and their replies, as everybody may read them."""
    from server import exchanging

    return await exchanging.export(_settings(), place, kind, file)


@forum.command("import")
@click.argument("file", type=click.File("rb"))
@click.argument("place")
@click.option("--as", "email", required=True, help="The address of the moderator in whose name they will stand.")
@_runs
async def import_topics(file: BinaryIO, place: str, email: str) -> int:
    """Bring in the topics of a JSON that was exported; again: only what is new. Status 1 if one was bad."""
    from server import exchanging

    return await exchanging.load(_settings(), file.read(), place, email)


@main.command("recount")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--results", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Published results (JSON)."
)
@click.option("--key", help="The public key that the server signs with, in hexadecimal, as you know it from elsewhere.")
def count_again(file: Path, results: Path | None, key: str | None) -> None:
    """Count the published ballots of a round again, and prove what their file says; status 1 if it does not agree."""
    from priorities.recount import recount

    sys.exit(recount(file, results, key))


@main.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--demo", is_flag=True, help="Of the demonstration.")
@_runs
async def take_backup(file: Path, demo: bool) -> int:
    """Write all that the database holds, as it is at this moment, into FILE (.gz: compressed); servers go on."""
    from server import backup_command

    return await backup_command.backup(_settings(demonstration=demo), file)


@main.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_runs
async def restore_backup(file: Path) -> int:
    """Fill an empty database from the FILE of a backup, whichever database it was made of, and compare every row."""
    from server import backup_command

    return await backup_command.restore(_settings(), file)


@main.command("reindex")
@click.option("--demo", is_flag=True, help="Of the demonstration.")
@_runs
async def reindex(demo: bool) -> int:
    """Make what can be found anew, from topics, replies and transcripts; people may go on writing and searching."""
    from server import reindexing

    return await reindexing.reindex(_settings(demonstration=demo))


@main.command("check")
@_runs
async def check_all() -> int:
    """Check settings, database, Redis, mail, model and clock, a line each; status 1 if one is bad."""
    from server import check

    try:
        settings = Settings.from_environment(os.environ)
    except BadSetting as bad:
        click.echo(f"settings  bad   {bad}")
        return 1
    return await check.check(settings)

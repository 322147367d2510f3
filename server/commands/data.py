"""Commands about the database as a whole: bringing it up to date, backing it up, filling it again, its index."""

from pathlib import Path

import click

from server.commands.running import FILE, OF_DEMONSTRATION, runs, settings_in_use


@click.command("migrate")
@runs
async def bring_up_to_date() -> int:
    """Bring the database up to date. Safe to run twice at once."""
    from server import migrate

    await migrate.migrate(settings_in_use(), say=click.echo)
    click.echo("The database is up to date.")
    return 0


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@OF_DEMONSTRATION
@runs
async def take_backup(file: Path, demo: bool) -> int:
    """Write all that the database holds, as it is at this moment, into FILE (.gz: compressed); servers go on."""
    from server import backup_command

    return await backup_command.backup(settings_in_use(demonstration=demo), file)


@click.command("restore")
@click.argument("file", type=FILE)
@runs
async def restore_backup(file: Path) -> int:
    """Fill an empty database from the FILE of a backup, whichever database it was made of, and compare every row."""
    from server import backup_command

    return await backup_command.restore(settings_in_use(), file)


@click.command("reindex")
@OF_DEMONSTRATION
@runs
async def reindex(demo: bool) -> int:
    """Make what can be found anew, from topics, replies and transcripts; people may go on writing and searching."""
    from server import reindexing

    return await reindexing.reindex(settings_in_use(demonstration=demo))


COMMANDS = (bring_up_to_date, take_backup, restore_backup, reindex)

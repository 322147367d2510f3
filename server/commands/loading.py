"""Commands that bring in what a force has elsewhere: neighbourhoods, postcodes, recorded crime, priorities."""

from pathlib import Path

import click

from server.commands.running import FILE, runs, settings_in_use


@click.command("import")
@click.argument("what", type=click.Choice(["neighbourhoods", "postcodes"]))
@click.argument("file", type=FILE)
@runs
async def load(what: str, file: Path) -> int:
    """Load a force's neighbourhoods (GeoJSON) or postcodes (CSV, plain or .gz); again: updates."""
    from server import importing

    return await importing.load(settings_in_use(), what, file)


@click.command("import-crime")
@click.argument("files", nargs=-1, required=True, type=FILE)
@runs
async def import_crime(files: tuple[Path, ...]) -> int:
    """Load recorded crime from street FILES of data.police.uk (CSV, plain or .gz); again: nothing changes.

    Give all files of a month together: they take the place of what was loaded of it before.
    """
    from server import crime_command

    return await crime_command.load(settings_in_use(), files)


@click.command("import-priorities")
@click.argument("file", type=FILE)
@click.argument("neighbourhood")
@runs
async def import_priorities(file: Path, neighbourhood: str) -> int:
    """Load the priorities of a NEIGHBOURHOOD (its id) from FILE, JSON as data.police.uk gives it; again: updates."""
    from server import priorities_command

    return await priorities_command.load(settings_in_use(), file, neighbourhood)


COMMANDS = (load, import_crime, import_priorities)

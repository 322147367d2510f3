"""Commands that take a forum out and bring topics in."""

from pathlib import Path
from typing import BinaryIO, Literal

import click

from server.commands.running import runs, settings_in_use


@click.group()
def forum() -> None:
    """Take a forum out as a file, and bring topics in.

    PLACE is a neighbourhood's id, or force:ID or staff:ID for the forums of a force.
    """


@forum.command("export")
@click.argument("place")
@click.option("--format", "kind", type=click.Choice(["json", "csv"]), default="json", show_default=True)
@click.option("--to", "file", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output.")
@runs
async def export_forum(place: str, kind: Literal["json", "csv"], file: Path | None) -> int:
    """Write all topics of a forum, and their replies, as everybody may read them."""
    from server import exchanging

    return await exchanging.export(settings_in_use(), place, kind, file)


@forum.command("import")
@click.argument("file", type=click.File("rb"))
@click.argument("place")
@click.option("--as", "email", required=True, help="The address of the moderator in whose name they will stand.")
@runs
async def import_topics(file: BinaryIO, place: str, email: str) -> int:
    """Bring in the topics of a JSON that was exported; again: only what is new. Status 1 if one was bad."""
    from server import exchanging

    return await exchanging.load(settings_in_use(), file.read(), place, email)


COMMANDS = (forum,)

"""The `bluelamp` command. Everything that an operator does to a server is here; each command says what it did."""

import asyncpg
import click

from foundation import database, logs
from server.commands import data, forum, loading, proving, servers, setting_up, staff


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


for subject in (data, forum, loading, proving, servers, setting_up, staff):
    for command in subject.COMMANDS:
        main.add_command(command)

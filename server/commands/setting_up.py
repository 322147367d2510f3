"""Commands for whoever sets a server up: new keys, rules to try, and whether all that it needs is there."""

import os
import sys
from pathlib import Path

import click

from foundation.environment import BadSetting
from foundation.settings import Settings
from server.commands.running import FILE, runs


@click.command("vapid-keys")
def vapid_keys() -> None:
    """Print new keys for web push, as settings. With other keys than before, every browser must be asked again."""
    from foundation.vapid import new_private

    click.echo(f"BLUELAMP_VAPID_PRIVATE_KEY={new_private()}")


@click.command("rules")
@click.argument("file", required=False, type=FILE)
def try_rules(file: Path | None) -> None:
    """Say which rules of screening would be in use with FILE, or what is wrong with it, by its line."""
    from server import rules_command

    sys.exit(rules_command.try_rules(file))


@click.command("check")
@runs
async def check_all() -> int:
    """Check settings, database, Redis, mail, model and clock, a line each; status 1 if one is bad."""
    from server import check

    try:
        settings = Settings.from_environment(os.environ)
    except BadSetting as bad:
        click.echo(f"settings  bad   {bad}")
        return 1
    return await check.check(settings)


COMMANDS = (vapid_keys, try_rules, check_all)

"""Commands about people who work for the force."""

import click

from server.commands.running import runs, settings_in_use


@click.command("create-admin")
@click.argument("email")
@runs
async def create_admin(email: str) -> int:
    """Print a one-time link, which ends in an hour, for an administrator to set up signing in with."""
    from server import staff

    return await staff.create_admin(settings_in_use(), email)


@click.command("suspend")
@click.argument("email")
@click.argument("reason")
@runs
async def suspend(email: str, reason: str) -> int:
    """Suspend an officer, a moderator or an administrator, the last one too; running servers follow at once."""
    from server import staff

    return await staff.suspend(settings_in_use(), email, reason)


@click.command("readmit")
@click.argument("email")
@click.argument("reason")
@runs
async def readmit(email: str, reason: str) -> int:
    """End somebody's suspension."""
    from server import staff

    return await staff.readmit(settings_in_use(), email, reason)


COMMANDS = (create_admin, suspend, readmit)

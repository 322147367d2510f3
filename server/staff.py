"""`bluelamp create-admin`: the only way to the first administrator."""

import click

from accounts.staffing.operator_service import create_admin_link
from foundation import database
from foundation.errors import Refusal
from foundation.settings import Settings
from server.models import MODELS


async def create_admin(settings: Settings, email: str) -> int:
    """Print a link with which an administrator sets a password; it ends in an hour."""
    await database.connect(settings, MODELS)
    try:
        link = await create_admin_link(email)
    except Refusal as refusal:
        raise click.ClickException(refusal.message) from None
    finally:
        await database.close()
    click.echo(f"{settings.public_url or 'http://127.0.0.1:8080'}{link.path}")
    click.echo("Open it within an hour to set a password. It works once.", err=True)
    return 0

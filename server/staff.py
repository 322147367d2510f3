"""What an operator does about staff: the first administrator, and emergencies."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import click

from accounts.staffing import operator_service
from foundation import database
from foundation.errors import Refusal
from foundation.settings import Settings
from server.models import MODELS

T = TypeVar("T")


async def create_admin(settings: Settings, email: str) -> int:
    """Print a link with which an administrator sets up how they sign in; it ends in an hour."""
    link = await _with_database(settings, lambda: operator_service.create_admin_link(email))
    click.echo(f"{settings.public_url or 'http://127.0.0.1:8080'}{link.path}")
    click.echo("Open it within an hour to set up how you sign in. It works once.", err=True)
    return 0


async def suspend(settings: Settings, email: str, reason: str) -> int:
    """Suspend somebody on the staff; running servers follow within a second or two."""
    name = await _with_database(settings, lambda: operator_service.suspend_by_operator(email, reason))
    click.echo(f"{name} is suspended: running servers take badge, rights and sign-ins away within a second or two.")
    return 0


async def readmit(settings: Settings, email: str, reason: str) -> int:
    """End somebody's suspension."""
    name = await _with_database(settings, lambda: operator_service.readmit_by_operator(email, reason))
    click.echo(f"{name} is readmitted, and can sign in again.")
    return 0


async def _with_database(settings: Settings, work: Callable[[], Awaitable[T]]) -> T:
    await database.connect(settings, MODELS)
    try:
        return await work()
    except Refusal as refusal:
        raise click.ClickException(refusal.message) from None
    finally:
        await database.close()

"""`bluelamp check`: settings, database, Redis, mail and clock, a line each."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime
from urllib.parse import urlsplit

import click

from foundation import clock, database
from foundation.settings import Settings
from server.health import redis_state
from server.migrate import pending
from server.models import MODELS

_OLDEST_CLOCK = datetime(2026, 1, 1, tzinfo=UTC)
_PATIENCE = 5.0
"""Seconds that a server has to answer."""

Finding = tuple[bool, str]
_AWAY: tuple[type[BaseException], ...] = (OSError, *database.UNREACHABLE)


async def check(settings: Settings) -> int:
    """Print what is well and what is not; gives 1 if anything is bad."""
    checks: dict[str, Callable[[Settings], Awaitable[Finding]]] = {
        "settings": _settings,
        "database": _database,
        "redis": _redis,
        "mail": _mail,
        "clock": _clock,
    }
    findings = {name: await look(settings) for name, look in checks.items()}
    for name, (well, words) in findings.items():
        click.echo(f"{name:<9} {'ok ' if well else 'bad'}  {words}")
    return 0 if all(well for well, _words in findings.values()) else 1


async def _settings(settings: Settings) -> Finding:
    if not settings.limits:
        return True, "BLUELAMP_LIMITS is off: for load tests only"
    return True, f"time zone {settings.time_zone.key}, public address {settings.public_url or 'not set'}"


async def _database(settings: Settings) -> Finding:
    try:
        await database.connect(settings, MODELS)
        if not await database.answers():
            return False, "does not answer: see BLUELAMP_DATABASE_URL"
        missing = len(await pending())
        return not missing, f"{missing} migrations are missing: run bluelamp migrate" if missing else "up to date"
    except _AWAY:
        return False, "can't be reached: see BLUELAMP_DATABASE_URL"
    finally:
        await database.close()


async def _redis(settings: Settings) -> Finding:
    state = await redis_state(settings.redis_url)
    return state != "away", {"none": "not used", "ok": "answers"}.get(state, "does not answer: see BLUELAMP_REDIS_URL")


async def _mail(settings: Settings) -> Finding:
    if settings.smtp_url is None:
        return True, "not set: no mail is sent"
    parts = urlsplit(settings.smtp_url)
    opening = asyncio.open_connection(parts.hostname, parts.port or 25)
    try:
        _reader, writer = await asyncio.wait_for(opening, _PATIENCE)
    except (OSError, TimeoutError):
        return False, "the server does not answer: see BLUELAMP_SMTP_URL"
    with closing(writer):
        return True, "the server answers"


async def _clock(settings: Settings) -> Finding:
    now = clock.now()
    return now > _OLDEST_CLOCK, f"{now:%Y-%m-%d %H:%M} UTC"

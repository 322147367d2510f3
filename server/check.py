"""`bluelamp check`: settings, database, Redis, mail, the rules, the model and the clock, a line each."""

import asyncio
import os
import ssl
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from urllib.parse import urlsplit

import aiosmtplib
import click
from tortoise.exceptions import OperationalError

from foundation import clock, database
from foundation.environment import BadSetting
from foundation.mail.carriers import mail_folder, smtp_client
from foundation.settings import Settings
from moderation.risk.installed import missing
from moderation.risk.trying import try_model
from moderation.risk.worker_process import WorkerEnded
from moderation.screening_rules.files import read_files
from moderation.screening_rules.rule_set import RuleSet
from moderation.sealed.other_keys import count_of_other_keys
from server.health import redis_state
from server.migrate import pending
from server.models import MODELS

_OLDEST_CLOCK = datetime(2026, 1, 1, tzinfo=UTC)
_PATIENCE = 5.0
"""Seconds that a server has to answer."""

Finding = tuple[bool, str]
_AWAY: tuple[type[BaseException], ...] = (OSError, *database.UNREACHABLE)
_UNREAD: tuple[type[BaseException], ...] = (*_AWAY, OperationalError)


async def check(settings: Settings) -> int:
    """Print what is well and what is not; gives 1 if anything is bad."""
    checks: dict[str, Callable[[Settings], Awaitable[Finding]]] = {
        "settings": _settings,
        "database": _database,
        "redis": _redis,
        "sealed": _sealed,
        "mail": _mail,
        "rules": _rules,
        "model": _model,
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


async def _sealed(settings: Settings) -> Finding:
    try:
        await database.connect(settings, MODELS)
        lost = await count_of_other_keys(settings)
    except _UNREAD:
        return True, "not known without the database"
    finally:
        await database.close()
    if lost:
        return False, f"{lost} sealed cases were sealed with another key: see BLUELAMP_SEALED_KEY"
    return True, "cases can be sealed" if settings.sealed_key else "no case can: BLUELAMP_SEALED_KEY is not set"


async def _mail(settings: Settings) -> Finding:
    if settings.smtp_url is None:
        return await asyncio.to_thread(_mail_folder, settings)
    client = smtp_client(settings.smtp_url)
    try:
        async with asyncio.timeout(_PATIENCE):
            await client.connect()
            await client.quit()
    except aiosmtplib.SMTPAuthenticationError:
        return False, "the server refuses the user or the password: see BLUELAMP_SMTP_URL"
    except (aiosmtplib.SMTPException, OSError) as error:
        if isinstance(error, ssl.SSLError) or isinstance(error.__cause__, ssl.SSLError):
            return False, "the server's certificate can't be trusted: see BLUELAMP_SMTP_URL"
        return False, "the server does not answer as it should: see BLUELAMP_SMTP_URL"
    finally:
        client.close()
    return True, "the server answers" + (", and lets us in" if urlsplit(settings.smtp_url).username else "")


def _mail_folder(settings: Settings) -> Finding:
    folder = mail_folder(settings)
    there = next(each for each in (folder, *folder.parents) if each.exists())
    words = f"BLUELAMP_SMTP_URL is not set: mails are written to {folder}/"
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return True, words
    return False, f"{words}, but nothing can be written there: see BLUELAMP_FOLDER"


async def _model(settings: Settings) -> Finding:
    """Without one the rules go on alone: that is bad only where one was asked for, or is there and can't be used."""
    if settings.model == "off":
        return True, "off: the rules listen alone"
    if names := missing():
        advice = "the rules listen alone: install the extra `model`"
        return settings.model != "on", f"not installed ({', '.join(names)} missing), {advice}"
    try:
        milliseconds = await try_model(settings.model_folder)
    except (WorkerEnded, OSError) as ended:
        return False, f"{ended}: the rules listen alone"
    return True, f"hears, a sentence in {milliseconds:.0f} ms"


async def _rules(settings: Settings) -> Finding:
    try:
        rules = await asyncio.to_thread(lambda: RuleSet(read_files(settings.rules)))
    except BadSetting as bad:
        return False, str(bad)
    own = f", with {settings.rules}" if settings.rules else ""
    return True, f"{len(rules.rules)} rules of screening{own}"


async def _clock(settings: Settings) -> Finding:
    now = clock.now()
    return now > _OLDEST_CLOCK, f"{now:%Y-%m-%d %H:%M} UTC"

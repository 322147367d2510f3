"""The heads of the chain, given out of the database once a day: to a file, and by mail to whoever keeps them.

A chain alone can't show that its end was cut off. A head that is kept where nobody who holds the database can change it
does, and proves everything before it.
"""

import asyncio
import os
from datetime import datetime
from pathlib import Path

from aiohttp import web

from foundation import clock
from foundation.audit import store as audit_store
from foundation.audit.chain import Head, canonical_time
from foundation.audit.chainer import CHAINER
from foundation.database import atomic
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.mail.outbox import add_mail
from foundation.models import Mark
from foundation.settings import Settings

_MARK = "audit_heads"


def heads_file(settings: Settings) -> Path:
    """Where heads are appended, a line each: `2026-11-22T00:00:00.000000Z NUMBER:MAC`."""
    return settings.folder / "audit" / "heads.txt"


def heads_in(file: Path) -> list[tuple[str, Head]]:
    """The times and heads of such a file; none where there is no file. Raises ValueError for a line that is none."""
    lines = file.read_text().split("\n") if file.exists() else []
    return [(time, Head.parse(head)) for time, _space, head in (line.partition(" ") for line in lines if line.strip())]


async def export_head(app: web.Application) -> None:
    """Give out today's head (by UTC) if no process has yet. In the demonstration there is nothing to prove."""
    settings, now = app[SETTINGS], clock.now()
    if settings.demonstration or await Mark.filter(name=_MARK, value__gte=_day(now)).exists():
        return
    if await atomic(lambda: _claim_and_export(settings, now)):
        app[CHAINER].look_at_everything()


async def _claim_and_export(settings: Settings, now: datetime) -> bool:
    head = await audit_store.head()
    if not head.number or not await _claim(_day(now)):
        return False
    await _add_mails(settings.audit_mail, head, now)
    # Last: when it fails the claim and the mails are undone, and the next tick tries again.
    await asyncio.to_thread(_append, heads_file(settings), f"{canonical_time(now)} {head}\n")
    return True


async def _claim(day: str) -> bool:
    await Mark.bulk_create([Mark(name=_MARK, value="")], ignore_conflicts=True)
    return bool(await Mark.filter(name=_MARK, value__lt=day).update(value=day))


async def _add_mails(recipients: tuple[str, ...], head: Head, now: datetime) -> None:
    subject = _("The head of the audit on %(day)s: entry %(number)s", day=_day(now), number=head.number)
    text = _(
        "At %(time)s the audit of this server ended with\n\n%(head)s\n\n"
        "Keep this mail where nobody who runs the database can change it. This proves the audit against it:\n\n"
        "bluelamp audit verify --head %(head)s\n",
        time=canonical_time(now),
        head=str(head),
    )
    for place, recipient in enumerate(recipients):
        await add_mail(recipient, subject, text, key=f"{_MARK}.{_day(now)}.{place}")


def _append(file: Path, line: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w") as out:
        out.write(line)
        out.flush()
        os.fsync(out.fileno())


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"

"""Opening, closing and announcing late hosts by the clock. Each is claimed once, however many processes tick."""

from datetime import timedelta
from functools import partial

from aiohttp import web

from foundation import clock
from foundation.scheduler import Job
from rooms.log import append
from rooms.models import Status, Surgery
from rooms.surgeries.service import move_by_clock
from rooms.writing import Change, write

LATE_AFTER = timedelta(minutes=5)
ABSENT_AFTER = timedelta(minutes=15)


async def open_due(app: web.Application) -> None:
    """Open what begins now; what ended while no server ran is opened and then closed by the next job."""
    due = Surgery.filter(room__status=Status.SCHEDULED, starts_at__lte=clock.now())
    for surgery_id in await due.values_list("id", flat=True):
        await move_by_clock(app, str(surgery_id), Status.OPEN)


async def close_due(app: web.Application) -> None:
    """Close what has reached its end."""
    due = Surgery.filter(room__status=Status.OPEN, ends_at__lte=clock.now())
    for surgery_id in await due.values_list("id", flat=True):
        await move_by_clock(app, str(surgery_id), Status.CLOSED)


async def announce_missing_hosts(app: web.Application) -> None:
    """Say in the log that a host is late after five minutes, and that nobody came after fifteen."""
    await _announce(app, "host_late", LATE_AFTER)
    await _announce(app, "host_absent", ABSENT_AFTER)


async def _announce(app: web.Application, kind: str, after: timedelta) -> None:
    column = f"{kind}_at"
    missing = Surgery.filter(
        room__status=Status.OPEN, starts_at__lte=clock.now() - after, host_seen_at=None, **{column: None}
    )
    for surgery_id in await missing.values_list("id", flat=True):
        await write(app, str(surgery_id), partial(_say_once, str(surgery_id), kind, column))


async def _say_once(surgery_id: str, kind: str, column: str) -> Change[None]:
    unsaid = Surgery.filter(id=surgery_id, host_seen_at=None, **{column: None})
    if not await unsaid.update(**{column: clock.now()}):
        return Change(None)
    return Change(None, rows=[await append(surgery_id, kind)])


JOBS = [
    Job("open_due", 1, open_due),
    Job("close_due", 1, close_due),
    Job("announce_missing_hosts", 5, announce_missing_hosts),
]

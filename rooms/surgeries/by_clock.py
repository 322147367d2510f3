"""Opening, closing and announcing late hosts by the clock. Each is claimed once, however many processes tick."""

from datetime import timedelta
from functools import partial

from aiohttp import web

from foundation import clock
from rooms.log import append
from rooms.models import Status
from rooms.surgeries import store
from rooms.surgeries.service import move_by_clock
from rooms.writing import Change, write

LATE_AFTER = timedelta(minutes=5)
ABSENT_AFTER = timedelta(minutes=15)


async def open_due(app: web.Application) -> None:
    """Open what begins now; what ended while no server ran is opened and then closed by `close_due`."""
    for surgery_id in await store.due_to_open():
        await move_by_clock(app, surgery_id, Status.OPEN)


async def close_due(app: web.Application) -> None:
    """Close what has reached its end."""
    for surgery_id in await store.due_to_close():
        await move_by_clock(app, surgery_id, Status.CLOSED)


async def announce_missing_hosts(app: web.Application) -> None:
    """Say in the log that a host is late after five minutes, and that nobody came after fifteen."""
    for kind, after in (("host_late", LATE_AFTER), ("host_absent", ABSENT_AFTER)):
        for surgery_id in await store.without_host(f"{kind}_at", clock.now() - after):
            await write(app, surgery_id, partial(_say_once, surgery_id, kind))


async def _say_once(surgery_id: str, kind: str) -> Change[None]:
    if not await store.set_host_missing(surgery_id, f"{kind}_at"):
        return Change(None)
    return Change(None, rows=[await append(surgery_id, kind)])

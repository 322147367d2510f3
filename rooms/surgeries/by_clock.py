"""Opening and closing by the clock. Each is claimed once, however many processes tick."""

from aiohttp import web

from rooms.models import Status
from rooms.surgeries import clock_store
from rooms.surgeries.service import move_by_clock


async def open_due(app: web.Application) -> None:
    """Open what begins now; what ended while no server ran is opened and then closed by `close_due`."""
    for surgery_id in await clock_store.due_to_open():
        await move_by_clock(app, surgery_id, Status.OPEN)


async def close_due(app: web.Application) -> None:
    """Close what has reached its end."""
    for surgery_id in await clock_store.due_to_close():
        await move_by_clock(app, surgery_id, Status.CLOSED)

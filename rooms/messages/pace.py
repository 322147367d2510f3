"""How fast somebody may speak in a room: everybody's limit, and slow mode."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from aiohttp import web

from foundation import clock
from foundation.errors import TooFast
from foundation.keys import LIMITS
from foundation.language import _
from rooms.models import Mode
from rooms.standing import Standing

LastAt = Callable[[str, str, timedelta], Awaitable[datetime | None]]
"""When a person last did something in a room, if it was within that time."""


async def check_pace(app: web.Application, standing: Standing, last_at: LastAt) -> None:
    """Raises TooFast for more than everybody's limit, or in slow mode before its time since `last_at` has passed."""
    await app[LIMITS].check("message", str(standing.viewer.id))
    if standing.room["mode"] != Mode.SLOW or standing.is_staff or standing.speaks:
        return
    pace = timedelta(seconds=standing.room["mode_seconds"])
    last = await last_at(standing.room_id, str(standing.viewer.id), pace)
    if last is not None:
        wait = max(1, round((last + pace - clock.now()).total_seconds()))
        sentence = _("This room is in slow mode. Please wait %(seconds)s seconds.", seconds=wait)
        raise TooFast(sentence, retry_after=wait)

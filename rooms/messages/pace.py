"""How fast somebody may speak in a room: everybody's limit, and slow mode."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from aiohttp import web

from foundation import clock
from foundation.errors import TooFast
from foundation.keys import LIMITS
from foundation.language import _
from moderation.modes import Mode, seconds_to_wait
from rooms.standing import Standing

LastAt = Callable[[str, str, timedelta], Awaitable[datetime | None]]
"""When a person last did something in a room, if it was within that time."""


async def check_pace(app: web.Application, standing: Standing, last_at: LastAt) -> None:
    """Raises TooFast for more than everybody's limit, or in slow mode before its time since `last_at` has passed."""
    await app[LIMITS].check("message", str(standing.viewer.id))
    mode, seconds, answers = standing.room["mode"], standing.room["mode_seconds"], standing.is_staff or standing.speaks
    if mode != Mode.SLOW or answers:
        return
    last = await last_at(standing.room_id, str(standing.viewer.id), timedelta(seconds=seconds))
    if wait := seconds_to_wait(mode, seconds, last, clock.now(), is_staff=answers):
        sentence = _("This room is in slow mode. Please wait %(seconds)s seconds.", seconds=wait)
        raise TooFast(sentence, retry_after=wait)

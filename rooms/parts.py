"""What each feature of a room adds to its page, and to what is answered to who enters live.

A part takes the application and the viewer's standing, and gives members of the page's context or of the answer.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiohttp import web

from rooms.console.service import console_at_entry, console_part
from rooms.floor.looking_service import floor_part
from rooms.minutes.service import minutes_part
from rooms.polls.service import poll_at_entry, poll_part
from rooms.pulse.service import pulse_part
from rooms.questions.panel import questions_at_entry, questions_part
from rooms.queue.shown import queue_at_entry, queue_part
from rooms.reminders.service import reminder_part
from rooms.standing import Standing
from rooms.surgeries.about import about_part

JSON = dict[str, Any]
Part = Callable[[web.Application, Standing], Awaitable[JSON]]

ON_PAGE: Sequence[Part] = (
    about_part,
    floor_part,
    minutes_part,
    console_part,
    poll_part,
    pulse_part,
    questions_part,
    queue_part,
    reminder_part,
)
AT_ENTRY: Sequence[Part] = (console_at_entry, poll_at_entry, questions_at_entry, queue_at_entry)


async def parts_of(parts: Sequence[Part], app: web.Application, standing: Standing) -> JSON:
    """The members of all the parts together."""
    members: JSON = {}
    for part in parts:
        members |= await part(app, standing)
    return members

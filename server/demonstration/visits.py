"""What the cast have read: people read what they answer, and everybody looked in a few days ago."""

from datetime import timedelta
from typing import Final

from aiohttp import web

from forums.following.service import has_read
from forums.following.unread.service import read_everything
from foundation.permissions import Viewer
from notices.reading_service import read_all
from server.demonstration.making import viewer
from server.demonstration.people import CAST

LAST_VISIT: Final = timedelta(days=3.5)
"""How long ago: what came since is new to them, and it is not more than somebody reads in a minute."""


async def read_up_to(person: Viewer, topic_id: str | None, number: int | None) -> None:
    """Whoever writes has read what stands before it."""
    if topic_id and number:
        await has_read(person, topic_id, number)


async def look_in(app: web.Application) -> None:
    """Everybody reads all that is new to them, in the forums and among their notices."""
    for member in CAST:
        person = await viewer(member.key)
        await read_everything(person)
        await read_all(app, person)

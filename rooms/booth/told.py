"""What the screens in a booth and around it are told when it changes."""

from aiohttp import web

from rooms.booth import broadcast
from rooms.booth.rows import booth_row
from rooms.queue.telling_service import tell_queue
from rooms.writing import Tell


def changed(booth_id: str) -> Tell:
    return lambda app: broadcast.booth_changed(app, booth_id)


async def door_moved(booth_id: str) -> Tell:
    """The surgery reads anew on its door whether an officer is free."""
    surgery_id = (await booth_row(booth_id))["surgery_id"]

    async def told(app: web.Application) -> None:
        tell_queue(app, surgery_id)

    return told

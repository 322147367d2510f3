"""Telling rooms that somebody's name or badge is another now."""

from aiohttp import web

from rooms import broadcast
from rooms.models import Message, RoomHost


async def tell_person_changed(app: web.Application, person: str) -> None:
    """To every room in which this person said something or is a host; a room without readers costs nothing."""
    spoke = await Message.filter(author_id=person).distinct().values_list("room_id", flat=True)
    hosts = await RoomHost.filter(person_id=person).values_list("room_id", flat=True)
    await broadcast.person_changed(app, sorted({str(room) for room in [*spoke, *hosts]}), person)

"""Telling rooms that somebody's name or badge is another now."""

from aiohttp import web

from rooms import broadcast
from rooms.hosting import store as hosting
from rooms.messages import store as messages


async def tell_person_changed(app: web.Application, person: str) -> None:
    """To every room in which this person said something or is a host; a room without readers costs nothing."""
    rooms = {*await messages.rooms_with_words_of(person), *await hosting.rooms_hosted_by(person)}
    await broadcast.person_changed(app, sorted(rooms), person)

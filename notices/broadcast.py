"""What a person's own screens are told of their notices."""

from aiohttp import web

from foundation.fanout import broadcast
from notices.unread import unread_of


async def unread_changed(app: web.Application, person: str) -> None:
    """`noticed {unread}`: to every live connection of this person, for the mark in the head."""
    await broadcast(app, "noticed", {"unread": await unread_of(person)}, to=[f"person:{person}"])

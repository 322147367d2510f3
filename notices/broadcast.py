"""What a person's own screens are told of their notices."""

from collections.abc import Collection

from aiohttp import web

from foundation.fanout import broadcast
from notices.unread import unread_of, unread_of_all


async def unread_changed(app: web.Application, person: str) -> None:
    """`noticed {unread}`: to every live connection of this person, for the mark in the head."""
    await broadcast(app, "noticed", {"unread": await unread_of(person)}, to=[f"person:{person}"])


async def all_unread_changed(app: web.Application, people: Collection[str]) -> None:
    """The same to each of many."""
    for person, unread in (await unread_of_all(people)).items():
        await broadcast(app, "noticed", {"unread": unread}, to=[f"person:{person}"])

"""Waiting for a word alone with an officer."""

from collections.abc import Collection

from aiohttp import web


async def lost_sight(app: web.Application, person: str, room_ids: Collection[str]) -> None:
    """A connection of somebody's to these rooms has ended."""

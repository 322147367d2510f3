"""What the other devices of a person hear of what they write. Without the words: these are asked for."""

from aiohttp import web

from foundation.fanout import broadcast


async def draft_changed(app: web.Application, person_id: str, place: str, version: int) -> None:
    """To every page that the person has open; version 0: there is none any more."""
    payload = {"place": place, "version": version}
    await broadcast(app, "draft_changed", payload, to=[f"person:{person_id}"])

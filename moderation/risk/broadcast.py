"""What the author of words hears where the model heard an emergency in them too late for the answer."""

from aiohttp import web

from foundation.fanout import broadcast
from moderation.content import Content


async def show_999(app: web.Application, *, content: Content) -> None:
    """Their open screens say at once to call 999: `{room, id}`."""
    payload = {"room": content.place_id, "id": content.id}
    await broadcast(app, "emergency", payload, to=[f"person:{content.author_id}"])

"""The number in the menu of those who work in the queue: counted once a page, before the page is made."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from foundation.identity import viewer_of
from foundation.keys import WAITING
from foundation.permissions import MODERATORS
from moderation.queue.service import waiting_for

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_NO_PAGES = ("/api/", "/static/", "/avatars/", "/socket.io/", "/push-worker.js")


@web.middleware
async def counted(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Innermost: by then it is known who asks."""
    viewer = viewer_of(request)
    if viewer.role in MODERATORS and not request.path.startswith(_NO_PAGES):
        request[WAITING] = await waiting_for(viewer)
    return await handler(request)

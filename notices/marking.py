"""The mark in every page's head: counted once a page, before the page is made."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from foundation.identity import viewer_of
from foundation.keys import UNREAD
from notices.unread import unread_of

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_NO_PAGES = ("/api/", "/static/", "/avatars/", "/socket.io/", "/push-worker.js")


@web.middleware
async def marked(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Innermost: by then it is known who asks."""
    viewer = viewer_of(request)
    if viewer.id and not request.path.startswith(_NO_PAGES):
        request[UNREAD] = await unread_of(viewer.id)
    return await handler(request)

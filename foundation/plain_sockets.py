"""Live connections without compression.

Every browser offers permessage-deflate, and aiohttp takes the offer: 160 KB more for each connection, and a sixth more
work for each delivery, to make messages smaller that are half a kilobyte as they are. Engine.IO has no setting for it.
"""

from typing import Any

import socketio
from aiohttp import web
from engineio.async_drivers.aiohttp import WebSocket


class _PlainWebSocket(WebSocket):  # type: ignore[misc]  # engineio has no types
    async def __call__(self, environ: dict[str, Any]) -> web.WebSocketResponse:
        self.environ = environ
        self._sock = web.WebSocketResponse(max_msg_size=self.server.max_http_buffer_size, compress=False)
        await self._sock.prepare(environ["aiohttp.request"])
        await self.handler(self)
        return self._sock


def leave_uncompressed(live: socketio.AsyncServer) -> None:
    """Make this server decline the compression that clients offer; before it is attached."""
    live.eio._async = {**live.eio._async, "websocket": _PlainWebSocket}

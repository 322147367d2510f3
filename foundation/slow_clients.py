"""Cutting clients that read too slowly: engine.io's queue for one client has no bound of its own.

A client that was cut reconnects and catches up from the log, so it loses nothing.
"""

from aiohttp import web

from foundation import metrics
from foundation.fanout import LIVE
from foundation.scheduler import Job

MOST_WAITING = 500
"""Packets that may wait for one client; a room at its busiest sends a tenth of that in a second."""


async def cut_slow_clients(app: web.Application) -> None:
    """Abort the connection of every client with more than MOST_WAITING packets waiting."""
    live = app[LIVE]
    for socket in list(live.eio.sockets.values()):
        if socket.queue.qsize() <= MOST_WAITING:
            continue
        request = live.environ.get(socket.sid, {}).get("aiohttp.request")
        if request is not None and request.transport is not None:
            metrics.cut_clients.inc()
            request.transport.abort()


JOBS = (Job("cut_slow_clients", 1, cut_slow_clients),)

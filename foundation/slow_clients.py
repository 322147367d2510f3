"""Cutting clients that read too slowly: engine.io's queue for one client has no bound of its own.

A client that was cut reconnects and catches up from the log, so it loses nothing.
"""

import asyncio

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
        if transport := transport_of(app, socket.sid):
            metrics.cut_clients.inc()
            transport.abort()


def transport_of(app: web.Application, connection: str) -> asyncio.Transport | None:
    """What carries a live connection, by engine.io's id of it; None where it has ended."""
    request = app[LIVE].environ.get(connection, {}).get("aiohttp.request")
    return request.transport if request is not None else None


JOBS = (Job("cut_slow_clients", 1, cut_slow_clients),)

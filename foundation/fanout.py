"""The one place that sends an event to many: a faster way of writing frames can take its place here."""

from typing import Any

import socketio
from aiohttp import web

from foundation import metrics

LIVE: web.AppKey[socketio.AsyncServer] = web.AppKey("live")
NAMESPACE = "/rooms"


async def broadcast(app: web.Application, event: str, payload: dict[str, Any], *, to: list[str]) -> None:
    """Send `event` once to everybody subscribed to one of the channels `to` ("room:…", "person:…", "staff:…")."""
    metrics.broadcasts.labels(event).inc()
    await app[LIVE].emit(event, payload, room=to, namespace=NAMESPACE)


async def broadcast_here(app: web.Application, event: str, payload: dict[str, Any], *, to: list[str]) -> None:
    """The same to those only whose connection this process holds."""
    await app[LIVE].emit(event, payload, room=to, namespace=NAMESPACE, ignore_queue=True)


async def close(app: web.Application, channel: str) -> None:
    """Have nobody hear a channel any more, in no process, until they are let in anew."""
    await app[LIVE].close_room(channel, namespace=NAMESPACE)


def close_here(app: web.Application, channel: str) -> None:
    """The same of those only whose connection this process holds."""
    app[LIVE].manager.basic_close_room(channel, NAMESPACE)


def channels_here(app: web.Application, prefix: str) -> list[str]:
    """The channels of this kind ("room:") that connections of this process hear."""
    channels = app[LIVE].manager.rooms.get(NAMESPACE, {})
    return [channel for channel in channels if channel is not None and channel.startswith(prefix)]


def is_subscribed(app: web.Application, sid: str, channel: str) -> bool:
    """Whether a connection hears a channel. Socket.IO's own answer looks through the channels of everybody."""
    return sid in app[LIVE].manager.rooms.get(NAMESPACE, {}).get(channel, {})


async def unsubscribe(app: web.Application, channel: str, others: list[str]) -> None:
    """Take every connection on `channel` ("person:…") off the channels `others`, so that they hear no more of them."""
    server = app[LIVE]
    for sid, _eio_sid in list(server.manager.get_participants(NAMESPACE, channel)):
        for other in others:
            await server.leave_room(sid, other, namespace=NAMESPACE)

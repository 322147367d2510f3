"""create_app: every feature wired into one application."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable

import socketio
from aiohttp import web

from accounts.sessions.viewers import viewer_of_token
from accounts.staffing.following_service import FOLLOWED
from forums.following.telling.teller import TELLER, Teller
from forums.kept.elsewhere import ELSEWHERE, Elsewhere
from forums.kept.shelf import SHELF, Shelf
from forums.reading.once import DRAWN_ONCE, DrawnOnce
from foundation import database, openapi, slow_clients
from foundation.audit.chainer import CHAINER, Chainer
from foundation.fanout import LIVE, NAMESPACE
from foundation.keys import IDENTIFY, LIMITS, SETTINGS, TEMPLATES
from foundation.limits import Limits
from foundation.live import LiveNamespace
from foundation.live_events import Visit
from foundation.live_packets import LiveJson, LivePacket
from foundation.pages import STATIC, make_templates
from foundation.plain_sockets import leave_uncompressed
from foundation.redis_away import REDIS_AWAY, RedisAway
from foundation.redis_listening import ListeningManager
from foundation.routes import add_routes
from foundation.scheduler import Job, Scheduler
from foundation.settings import Settings
from foundation.web import LARGEST_BODY, MIDDLEWARES, set_headers
from moderation.lists.remembered import OWN_WORDS, RememberedWords
from moderation.queue.menu import counted
from moderation.queue.watching import WATCHERS, stop_watching
from moderation.risk.listening import add_listener
from moderation.screening_rules.in_use import load_rules
from moderation.sealed.in_use import TERMS_IN_USE, TermsInUse
from notices.digests.local_clock import use_zone
from notices.marking import marked
from priorities.results.kept import KEPT, Kept
from rooms.entering import leave_all
from rooms.floor.crowds import CROWDS, make_crowds
from rooms.floor.plans import PLANS, load_plans
from rooms.floor.returning import back_to_office
from rooms.floor.tabs import TABS, Tabs
from rooms.presence import PRESENCE, Presence
from rooms.pulsing import PULSING, Pulsing
from server import health
from server.bridges import filling
from server.features import APIS, EVENTS, JOBS, LOOKERS, PAGES
from server.models import MODELS

SCHEDULER = web.AppKey("scheduler", Scheduler)

_LARGEST_EVENT = 1_000_000
"""Bytes; far more than the longest message, so that one that is too long is told so instead of being cut off."""


_RECONNECT_WITHIN = 5
"""Seconds over which clients are asked to spread their coming back, each at a moment of its own choosing."""
_TO_LEAVE = 1.0
"""Seconds for clients to hang up themselves, at most."""
_GLANCE = 0.01
"""Seconds between two looks at whether they have."""
_TO_TELL = 0.2
"""Seconds for the last words to leave."""


def create_app(settings: Settings, jobs: tuple[Job, ...] = JOBS) -> web.Application:
    """The application for these settings, on a migrated database. It opens and closes everything it uses."""
    app = web.Application(middlewares=(*MIDDLEWARES, marked, counted, back_to_office), client_max_size=LARGEST_BODY)
    app[SETTINGS] = settings
    load_rules(settings.rules)
    use_zone(settings.time_zone)
    app[TEMPLATES] = make_templates(settings)
    app[LIMITS] = Limits(settings)
    app[TERMS_IN_USE] = TermsInUse(settings)
    app[OWN_WORDS] = RememberedWords()
    app[SHELF] = Shelf()
    app[ELSEWHERE] = Elsewhere(app[SHELF])
    app[DRAWN_ONCE] = DrawnOnce()
    app[KEPT] = Kept()
    app[IDENTIFY] = viewer_of_token
    app[CHAINER] = Chainer(settings)
    app[health.STATE] = health.State()
    app.on_response_prepare.append(set_headers)
    for routes in (*PAGES, *(api.routes for api in APIS), openapi.routes(APIS)):
        add_routes(app, routes)
    app.router.add_static("/static", STATIC)
    _add_live(app, settings)
    filling.fill(app)
    app[FOLLOWED] = {}
    app.cleanup_ctx.append(_database)
    app[SCHEDULER] = Scheduler(app, list(jobs))
    app.cleanup_ctx.append(_ticking)
    add_listener(app)
    app.on_shutdown.append(_hang_up)
    return app


def _add_live(app: web.Application, settings: Settings) -> None:
    manager = ListeningManager(settings.redis_url) if settings.redis_url else None
    live = socketio.AsyncServer(
        async_mode="aiohttp",
        client_manager=manager,
        # One client's events are handled in order; other clients do not wait for them.
        async_handlers=False,
        transports=["websocket"],
        # Our own check of the Origin stands in foundation/socket_doors.py, where a token is known too.
        cors_allowed_origins=[],
        max_http_buffer_size=_LARGEST_EVENT,
        serializer=LivePacket,
        json=LiveJson,
        # Named, or each would add a way of its own to write what it has to say.
        logger=logging.getLogger("socketio"),
        engineio_logger=logging.getLogger("engineio"),
        ping_interval=20,
        ping_timeout=20,
    )
    app[LIVE] = live
    app[PRESENCE] = Presence(app)
    app[PLANS], app[CROWDS], app[TABS] = load_plans(settings.floor_plans), make_crowds(settings), Tabs()
    app[PULSING] = Pulsing(app, settings)
    app[TELLER] = Teller(app)
    app[REDIS_AWAY] = RedisAway(app, settings, LOOKERS)
    app[WATCHERS] = {}
    live.register_namespace(LiveNamespace(app, EVENTS, _left))
    leave_uncompressed(live)
    live.attach(app)


async def _left(visit: Visit) -> None:
    """A connection has ended."""
    stop_watching(visit)
    await leave_all(visit)


async def _database(app: web.Application) -> AsyncIterator[None]:
    await database.connect(app[SETTINGS], MODELS)
    yield
    await database.close()


async def _ticking(app: web.Application) -> AsyncIterator[None]:
    app[SCHEDULER].start()
    yield
    app[SCHEDULER].stop()
    await app[TELLER].close()
    app[PRESENCE].close()
    await app[CROWDS].close()
    await app[PULSING].close()
    await app[REDIS_AWAY].close()


async def _until(done: Callable[[], bool], seconds: float) -> None:
    """Look again and again whether something is so, at most so long."""
    for _glance in range(round(seconds / _GLANCE)):
        if done():
            return
        await asyncio.sleep(_GLANCE)


async def _hang_up(app: web.Application) -> None:
    """Tell the clients, then close their connections without waiting: an open one keeps the server from stopping."""
    app[health.STATE].draining = True
    if not app[LIVE].eio.sockets:
        return
    await app[LIVE].emit("server_stopping", {"reconnect_within": _RECONNECT_WITHIN}, namespace=NAMESPACE)
    await asyncio.sleep(_TO_TELL)
    sockets = list(app[LIVE].eio.sockets.values())
    transports = [slow_clients.transport_of(app, socket.sid) for socket in sockets]
    await asyncio.gather(*(socket.close(wait=False) for socket in sockets))
    await _until(lambda: all(transport is None or transport.is_closing() for transport in transports), _TO_LEAVE)
    for transport in transports:
        if transport is not None and not transport.is_closing():
            # It was told to close and did not: not every client does, and one that is gone can't.
            transport.abort()

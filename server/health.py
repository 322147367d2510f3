"""How the process is: alive, ready, and its figures."""

import hmac
from dataclasses import dataclass

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST
from redis.asyncio import Redis
from redis.exceptions import RedisError

from foundation import database, metrics
from foundation.addresses import came_direct
from foundation.errors import NotAllowed
from foundation.identity import bearer_of
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.permissions import Permission
from foundation.routes import Routes
from server.migrate import pending

pages = Routes()
_PATIENCE = 1.0
"""Seconds that Redis has to answer."""


@dataclass
class State:
    """What this process is about to do, and what it found once and need not ask again."""

    draining: bool = False
    migrated: bool = False


STATE = web.AppKey("state", State)


@pages.get("/healthz", permission=Permission.OPERATIONS_READ)
async def healthz(request: web.Request) -> web.StreamResponse:
    """This process lives."""
    return web.json_response({"status": "ok"})


@pages.get("/readyz", permission=Permission.OPERATIONS_READ)
async def readyz(request: web.Request) -> web.StreamResponse:
    """Whether to send people here: the database answers, migrations are applied, and the process stays."""
    state = request.app[STATE]
    answers = await database.answers()
    if answers and not state.migrated:
        state.migrated = not await pending()
    ready = answers and state.migrated and not state.draining
    body = {
        "status": "ready" if ready else "not ready",
        "database": "ok" if answers else "away",
        "migrations": "applied" if state.migrated else "unknown" if not answers else "pending",
        "draining": state.draining,
        "redis": await redis_state(request.app[SETTINGS].redis_url),
    }
    return web.json_response(body, status=200 if ready else 503)


@pages.get("/metrics", permission=Permission.OPERATIONS_READ)
async def show_metrics(request: web.Request) -> web.StreamResponse:
    """The figures, for whoever has the token, or asks on this machine and not through a proxy."""
    token = request.app[SETTINGS].metrics_token
    given = bearer_of(request)
    if not (token and given and hmac.compare_digest(token.encode(), given.encode())) and not came_direct(request):
        raise NotAllowed(_("The figures are for the operators of this server."))
    return web.Response(body=metrics.text(), headers={"Content-Type": CONTENT_TYPE_LATEST})


async def redis_state(url: str | None) -> str:
    """ok, away, or none (not used)."""
    if url is None:
        return "none"
    client = Redis.from_url(url, socket_connect_timeout=_PATIENCE, socket_timeout=_PATIENCE)
    try:
        await client.ping()
    except (RedisError, OSError):
        return "away"
    finally:
        await client.aclose()
    return "ok"

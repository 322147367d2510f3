"""Sends the push messages that wait: each under a lease, several at once, until it is of no use any more.

A process that dies while it sends leaves a lease that ends: the browser shows a message once, by its tag.
"""

import asyncio
from datetime import timedelta
from typing import Any

import aiohttp
import structlog
from aiohttp import web

from accounts.sessions.living import living_sessions
from foundation import clock, metrics
from foundation.keys import SETTINGS
from foundation.settings import Settings
from foundation.vapid import Vapid
from notices.push import outbox_store, store
from notices.push.endpoints import NotPublic, connector, is_endpoint
from notices.push.messages import encrypted, headers

log = structlog.get_logger("jobs")
JSON = dict[str, Any]

_PATIENCE = aiohttp.ClientTimeout(total=15)
_LEASE = timedelta(minutes=1)
_TRIED_AGAIN_AFTER = tuple(timedelta(seconds=each) for each in (5, 15, 60, 300, 900, 3600, 3600, 3600))
_LONGEST_WAIT = timedelta(hours=6)
_AT_ONCE = 100
_TOGETHER = 10
_KEPT = timedelta(days=7)
_GONE = (404, 410)
_BUSY = (408, 425, 429)


async def send_due_pushes(app: web.Application) -> None:
    """Send what is due; another process may be at it too. Nothing, where the server has no keys."""
    vapid = app[SETTINGS].vapid
    due = await outbox_store.due_pushes(clock.now(), _AT_ONCE) if vapid else []
    if not due or vapid is None:
        return
    turns = asyncio.Semaphore(_TOGETHER)
    async with aiohttp.ClientSession(connector=connector(app[SETTINGS]), timeout=_PATIENCE) as http:

        async def one(id_: str) -> None:
            async with turns:
                await _send(app[SETTINGS], vapid, http, id_)

        await asyncio.gather(*(one(id_) for id_ in due))


async def forget_old_pushes(_app: web.Application) -> None:
    """Remove what was written a week ago: by then it was sent, given up, or of no use long since."""
    await outbox_store.remove_before(clock.now() - _KEPT)


async def forget_ended_browsers(_app: web.Application) -> None:
    """A browser that somebody signed out of, or whose owner is gone, hears nothing more."""
    sessions = await store.sessions_with_subscriptions()
    living = await living_sessions(sessions) if sessions else {}
    if ended := [session for session in sessions if session not in living]:
        await store.remove_of_sessions(ended)


async def _send(settings: Settings, vapid: Vapid, http: aiohttp.ClientSession, id_: str) -> None:
    now = clock.now()
    push = await outbox_store.claim_push(id_, now, now + _LEASE)
    if push is None:
        return
    if push["useless_after"] <= now:
        return await _give_up(push, "too_late")
    session = push["subscription__session_id"]
    if not is_endpoint(settings, push["subscription__endpoint"]) or not await living_sessions([session]):
        return await store.remove(push["subscription_id"])
    try:
        status, wait = await _post(vapid, http, push)
    except Exception as error:  # whatever it is, it is tried again and the others still go
        return await _failed(push, error)
    await _answered(push, status, wait)


async def _post(vapid: Vapid, http: aiohttp.ClientSession, push: JSON) -> tuple[int, str]:
    """Its service's answer, and for how long it asks to be left alone. Nobody leads us elsewhere: no redirects."""
    sent = http.post(
        push["subscription__endpoint"],
        data=encrypted(push),
        headers=headers(vapid, push, clock.now()),
        allow_redirects=False,
    )
    async with sent as answer:
        return answer.status, answer.headers.get("Retry-After", "")


async def _answered(push: JSON, status: int, wait: str) -> None:
    now = clock.now()
    if status in _GONE:
        await store.remove(push["subscription_id"])
        _count("gone")
    elif 200 <= status < 300:
        await outbox_store.set_sent(push["id"], now)
        await store.set_worked(push["subscription_id"], now)
        _count("sent")
    elif status in _BUSY or status >= 500:
        await _put_off(push, status, timedelta(seconds=int(wait)) if wait.isdecimal() and len(wait) < 9 else None)
    else:
        # It will not be taken the next time either: our key is another than the browser was asked with, or it is
        # too long. The log says so to whoever runs this.
        await _give_up(push, status)


async def _failed(push: JSON, error: Exception) -> None:
    if isinstance(getattr(error, "os_error", error), NotPublic):
        log.warning("push_not_public", push=push["id"])
        return await store.remove(push["subscription_id"])
    await _put_off(push, type(error).__name__)


async def _put_off(push: JSON, why: int | str, asked: timedelta | None = None) -> None:
    if push["tries"] > len(_TRIED_AGAIN_AFTER):
        return await _give_up(push, why)
    wait = max(_TRIED_AGAIN_AFTER[push["tries"] - 1], min(asked or timedelta(), _LONGEST_WAIT))
    await outbox_store.set_due(push["id"], clock.now() + wait)
    _count("failed")
    # Never the endpoint: who has it can push to that browser.
    log.warning("push_failed", push=push["id"], tries=push["tries"], why=why)


async def _give_up(push: JSON, why: int | str) -> None:
    await outbox_store.set_given_up(push["id"], clock.now())
    _count("given_up")
    log.warning("push_given_up", push=push["id"], tries=push["tries"], why=why)


def _count(outcome: str) -> None:
    metrics.pushes.labels(outcome).inc()

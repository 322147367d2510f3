"""Tells followers right after a commit, in the background: whoever posts does not wait for it."""

import asyncio

import structlog
from aiohttp import web

from forums.following.telling.service import tell_due
from foundation.database import UNREACHABLE

log = structlog.get_logger("jobs")


class Teller:
    """One telling at a time in a process; who asks meanwhile has it look once more."""

    def __init__(self, app: web.Application) -> None:
        self._app = app
        self._turn = asyncio.Lock()
        self._again = False
        self._running: asyncio.Task[None] | None = None
        self._closed = False

    def kick(self) -> None:
        """Something may be waiting to be told."""
        self._again = True
        if not self._closed and (self._running is None or self._running.done()):
            self._running = asyncio.create_task(self._run())

    async def tell(self) -> None:
        """Tell all that waits, and come back when it is told."""
        async with self._turn:
            await tell_due(self._app)

    async def close(self) -> None:
        """Tell the portion that is being told, and no more: the server stops. The rest is told by another, or later."""
        self._closed = True
        if self._running is not None:
            await self._running

    async def _run(self) -> None:
        while self._again and not self._closed:
            self._again = False
            try:
                async with self._turn:
                    await tell_due(self._app, lambda: not self._closed)
            except UNREACHABLE:
                log.warning("database_unreachable", job="tell_followers")
            except Exception:  # the job ticks on, and tells what is left
                log.exception("telling_followers_failed")


TELLER: web.AppKey[Teller] = web.AppKey("teller", Teller)


def tell_followers_soon(app: web.Application) -> None:
    """After the commit of something that followers may have to hear of."""
    app[TELLER].kick()


async def tell_followers(app: web.Application) -> None:
    """The job: what nobody was there to tell of at once."""
    await app[TELLER].tell()

"""The whole application, served in the test's own process and loop, so that the test can move its clock."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from aiohttp import web
from socketio.exceptions import ConnectionError as Refused

from foundation.fanout import LIVE
from foundation.settings import Settings
from server.app import SCHEDULER, create_app
from server.features import JOBS
from tests.cast import Member
from tests.clients import Answer, Caller, Check, Live

_BY_HAND = {
    "send_mail", "send_pushes", "send_reminders", "forget_ended_browsers", "read_risks", "send_digests",
    "tell_followers",
}  # fmt: skip
_JOBS = tuple(replace(job, seconds=3600) if job.name in _BY_HAND else job for job in JOBS)
"""What is sent leaves when a test runs the jobs: until then it can be read in its rows, and no tick has taken it."""


_GLANCES = 30


class House:
    """A served application and everybody's connections to it, all closed at its end."""

    def __init__(self, settings: Settings, make: Callable[[Settings], web.Application] | None = None) -> None:
        """`make`: the application, where it is not everybody's."""
        self.settings = settings
        self._make = make
        self.url = ""
        self.check: Check = lambda _method, _path, _answer: None
        self._callers: dict[str | None, Caller] = {}
        self._lives: list[Live] = []

    async def open(self) -> None:
        self.app = self._make(self.settings) if self._make else create_app(self.settings, _JOBS)
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = "http://{}:{}".format(*self._runner.addresses[0][:2])

    async def close(self) -> None:
        await asyncio.gather(*(live.close() for live in self._lives))
        await self._hung_up()
        await asyncio.gather(*(caller.close() for caller in self._callers.values()))
        await self._runner.cleanup()
        self._callers, self._lives = {}, []

    async def _hung_up(self) -> None:
        """Let the server see that its clients are gone, or it would wait to tell them that it stops."""
        for _glance in range(_GLANCES if self._lives else 0):
            if not self.app[LIVE].eio.sockets:
                return
            await asyncio.sleep(0.01)

    async def restart(self) -> None:
        """Stop, and serve the same database anew, on another port."""
        await self.close()
        await self.open()

    def lose_links(self, error: OSError) -> None:
        """Every connection is lost, as the loop says it where the network gave this error."""
        server = self._runner.server
        assert server is not None
        for connection in list(server.connections):
            connection.connection_lost(error)

    async def run_jobs(self) -> None:
        """Run every timed job once, now."""
        await self.app[SCHEDULER].run_all()

    def caller(self, member: Member | None = None, token: str | None = None) -> Caller:
        """The JSON calls of one of the cast, of a token, or of somebody signed out."""
        token = member.token if member else token
        if token not in self._callers:
            self._callers[token] = Caller(self.url, token, lambda *asked: self.check(*asked))
        return self._callers[token]

    async def live(self, member: Member | None = None, *, token: str | None = None, **headers: str) -> Live:
        """A new live connection; raises socketio's ConnectionError when it is refused."""
        live = Live()
        self._lives.append(live)
        token = member.token if member else token
        await live.connect(self.url, {"token": token} if token else None, **headers)
        return live

    async def refuses_live(self, auth: Any, **headers: str) -> bool:
        """Whether a live connection with these is refused."""
        live = Live()
        self._lives.append(live)
        try:
            await live.connect(self.url, auth, **headers)
        except Refused:
            return True
        return False

    async def page(self, path: str, member: Member | None = None) -> Answer:
        return await self.caller(member).page(path)

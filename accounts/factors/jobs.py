"""Timed work of factors."""

from datetime import timedelta

from aiohttp import web

from accounts.factors import challenge_store
from foundation import clock
from foundation.scheduler import Job

_KEPT = timedelta(days=1)
"""A late answer is told that it is late, for as long."""


async def forget_late_challenges(app: web.Application) -> None:
    """Challenges are worth nothing after five minutes; whoever asked for them says so to nobody."""
    await challenge_store.remove_late(clock.now() - _KEPT)


JOBS = (Job("forget_late_challenges", 600, forget_late_challenges),)

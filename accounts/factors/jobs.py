"""Timed work of factors."""

from aiohttp import web

from accounts.factors import challenges
from foundation.scheduler import Job


async def forget_late_challenges(_app: web.Application) -> None:
    await challenges.forget_late_challenges()


JOBS = (Job("forget_late_challenges", 600, forget_late_challenges),)

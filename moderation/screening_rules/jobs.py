"""Timed work of the rules."""

from aiohttp import web

from foundation.scheduler import Job
from moderation.screening_rules.reloading_service import reload_if_changed


async def _reload_rules(_app: web.Application) -> None:
    await reload_if_changed()


JOBS = (Job("reload_rules", 5, _reload_rules),)

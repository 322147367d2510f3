"""Keeping the demonstration alive: whenever it runs, Rosa's neighbourhood has one open surgery."""

from datetime import timedelta

from aiohttp import web

from foundation import clock
from rooms.models import Status, Surgery
from rooms.surgeries import service
from rooms.surgeries.plans import Plan
from server.demonstration.making import hold, viewer
from server.demonstration.people import HOME
from server.demonstration.talk import TODAY

_LASTS = timedelta(hours=12)


async def keep_one_surgery_open(app: web.Application) -> None:
    """Open one when there is none: at the first start, and when the last was closed."""
    if await Surgery.filter(neighbourhood_id=HOME, room__status=Status.OPEN).exists():
        return
    host = await viewer("okafor")
    plan = Plan("Your evening surgery", clock.now(), clock.now() + _LASTS)
    surgery = await service.schedule_surgery(app, host, HOME, plan)
    await service.open_surgery(app, host, surgery["id"])
    await hold(app, surgery["id"], TODAY)

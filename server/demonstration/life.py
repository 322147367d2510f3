"""Keeping the demonstration alive: whenever it runs, Rosa's neighbourhood has one open surgery."""

from datetime import timedelta

from aiohttp import web

from foundation import clock
from rooms.duty.service import keep_on_duty
from rooms.models import Status, Surgery
from rooms.surgeries import service
from rooms.surgeries.plans import Plan
from server.demonstration.making import hold, viewer
from server.demonstration.people import HOME
from server.demonstration.talk import TODAY

_LASTS = timedelta(hours=12)


async def keep_one_surgery_open(app: web.Application) -> None:
    """Open one when there is none: at the first start, and when the last was closed. Its host is on duty in it."""
    host = await viewer("okafor")
    running = await Surgery.filter(neighbourhood_id=HOME, room__status=Status.OPEN).values_list("id", flat=True)
    for room_id in running:
        await keep_on_duty(app, str(room_id), host)
    if running:
        return
    plan = Plan("Your evening surgery", clock.now(), clock.now() + _LASTS)
    surgery = await service.schedule_surgery(app, host, HOME, plan)
    await service.open_surgery(app, host, surgery["id"])
    await hold(app, surgery["id"], TODAY)

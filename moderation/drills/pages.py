"""The moderators' page of drills."""

from aiohttp import web

from foundation.charts import chart_of
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.drills.reading_service import drills_page
from moderation.public.wording import span

pages = Routes()


@pages.get("/moderation/drills", permission=Permission.DRILL_READ)
async def show_drills(request: web.Request) -> web.StreamResponse:
    """Each week's drill, and how long it took until somebody looked."""
    drills = await drills_page(viewer_of(request))
    seen = [drill for drill in reversed(drills) if drill["seconds"] is not None]
    return render(
        request,
        "moderation/drills.html",
        drills=[drill | {"after": span(drill["seconds"])} for drill in drills],
        chart=chart_of([(drill["week"], -int(-drill["seconds"] // 60)) for drill in seen]),
        off=not request.app[SETTINGS].drills,
    )

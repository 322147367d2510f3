"""What one can take away of a result: pictures."""

from functools import partial

from aiohttp import web

from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.downloads import Picture, offer_picture
from priorities.results.picture import picture_of, picture_of_days, picture_of_trend
from priorities.results.service import asked_result, caption_of, turnout_of

pages = Routes()
_READ = Permission.PRIORITY_READ


@offer_picture(pages, "/rounds/{id}/results", permission=_READ)
async def votes(request: web.Request) -> Picture:
    """The votes of each option as bars."""
    result = await asked_result(request)
    title, caption, rows = result.row["title"], await caption_of(result), result.rows()
    return Picture(partial(picture_of, title, caption, rows, points=result.points), (title, caption, *rows))


@offer_picture(pages, "/rounds/{id}/results/days", permission=_READ)
async def days(request: web.Request) -> Picture:
    """When people voted."""
    result = await asked_result(request)
    title, caption, cells = result.row["title"], await caption_of(result), result.days()
    return Picture(partial(picture_of_days, title, caption, cells), (title, caption, *cells))


@offer_picture(pages, "/rounds/{id}/results/trend", permission=_READ)
async def trend(request: web.Request) -> Picture:
    """How many voted in this round and in those before it."""
    result = await asked_result(request)
    caption, rounds = await caption_of(result), (await turnout_of(result))["trend"]
    shown = [(each["title"], each["ballots"]) for each in rounds]
    return Picture(partial(picture_of_trend, caption, shown), (caption, *shown))

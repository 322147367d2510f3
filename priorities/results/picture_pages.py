"""What one can take away of a result: pictures."""

import asyncio
from collections.abc import Callable, Hashable
from functools import partial
from typing import NamedTuple

from aiohttp import web

from foundation import language
from foundation.drawing import Drawing, as_png, as_svg
from foundation.identity import viewer_of
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.results.file import file_of
from priorities.results.kept import KEPT
from priorities.results.picture import picture_of, picture_of_days, picture_of_trend
from priorities.results.service import Result, access_result, caption_of, turnout_of

pages = Routes()
_READ = Permission.PRIORITY_READ


class _Format(NamedTuple):
    """How a picture is handed out."""

    ending: str
    content_type: str
    made: Callable[[Drawing], bytes]


_SVG = _Format("svg", "image/svg+xml", lambda drawing: as_svg(drawing).encode())
_PNG = _Format("png", "image/png", as_png)


@pages.get("/rounds/{id}/results.svg", permission=_READ)
async def results_svg(request: web.Request) -> web.StreamResponse:
    """The bars as a drawing."""
    return await _votes_drawn(request, _SVG)


@pages.get("/rounds/{id}/results.png", permission=_READ)
async def results_png(request: web.Request) -> web.StreamResponse:
    """The bars as a picture that can be shown anywhere."""
    return await _votes_drawn(request, _PNG)


@pages.get("/rounds/{id}/results/days.svg", permission=_READ)
async def days_svg(request: web.Request) -> web.StreamResponse:
    """When people voted, as a drawing."""
    return await _days_drawn(request, _SVG)


@pages.get("/rounds/{id}/results/days.png", permission=_READ)
async def days_png(request: web.Request) -> web.StreamResponse:
    """When people voted, as a picture."""
    return await _days_drawn(request, _PNG)


@pages.get("/rounds/{id}/results/trend.svg", permission=_READ)
async def trend_svg(request: web.Request) -> web.StreamResponse:
    """How many voted in this round and in those before it, as a drawing."""
    return await _trend_drawn(request, _SVG)


@pages.get("/rounds/{id}/results/trend.png", permission=_READ)
async def trend_png(request: web.Request) -> web.StreamResponse:
    """How many voted in this round and in those before it, as a picture."""
    return await _trend_drawn(request, _PNG)


async def _result(request: web.Request) -> Result:
    return await access_result(request.app, viewer_of(request), request.match_info["id"])


async def _votes_drawn(request: web.Request, format_: _Format) -> web.Response:
    result = await _result(request)
    title, caption, rows = result.row["title"], await caption_of(result), result.rows()
    draw = partial(picture_of, title, caption, rows, points=result.points)
    return await _picture(request, result, format_, "results", (title, caption, *rows), draw)


async def _days_drawn(request: web.Request, format_: _Format) -> web.Response:
    result = await _result(request)
    title, caption, days = result.row["title"], await caption_of(result), result.days()
    draw = partial(picture_of_days, title, caption, days)
    return await _picture(request, result, format_, "days", (title, caption, *days), draw)


async def _trend_drawn(request: web.Request, format_: _Format) -> web.Response:
    result = await _result(request)
    caption, rounds = await caption_of(result), (await turnout_of(result))["trend"]
    shown = [(each["title"], each["ballots"]) for each in rounds]
    draw = partial(picture_of_trend, caption, shown)
    return await _picture(request, result, format_, "trend", (caption, *shown), draw)


async def _picture(
    request: web.Request,
    result: Result,
    format_: _Format,
    name: str,
    shown: tuple[Hashable, ...],
    draw: Callable[[], Drawing],
) -> web.Response:
    """Drawn once of all that it shows, beside the loop: letters take their time."""

    def made(language_now: str) -> bytes:
        with language.speaking(language_now):
            return format_.made(draw())

    key = (name, format_.ending, result.row["id"], language.current(), *shown)
    image = await request.app[KEPT].get(key, lambda: asyncio.to_thread(made, language.current()))
    return file_of(result, image, format_.ending, format_.content_type, name)

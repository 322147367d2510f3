"""The result of a round as a page, as pictures and as a file."""

import asyncio
from collections.abc import Callable

from aiohttp import web

from foundation import language
from foundation.drawing import Drawing, as_png, as_svg
from foundation.identity import viewer_of
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.results.kept import KEPT
from priorities.results.page_service import drawn_result
from priorities.results.picture import picture_of
from priorities.results.service import Result, access_result, caption_of
from priorities.results.table import as_csv
from priorities.rounds.heads import round_head

pages = Routes()
_READ = Permission.PRIORITY_READ


@pages.get("/rounds/{id}/results", permission=_READ)
async def show_results(request: web.Request) -> web.StreamResponse:
    """Both counts, what advises the panel, and how to check it; 404 before the close."""
    result = await _result(request)
    drawn = await drawn_result(request.app, result)
    head = await round_head(viewer_of(request), result.row)
    return render(request, "priorities/results/results.html", head=head, drawn=drawn)


@pages.get("/rounds/{id}/results.csv", permission=_READ)
async def results_csv(request: web.Request) -> web.StreamResponse:
    """The same for a spreadsheet."""
    result = await _result(request)
    return _file(result, as_csv(result.rows(), result.tiers()).encode(), "csv", "text/csv")


@pages.get("/rounds/{id}/results.svg", permission=_READ)
async def results_svg(request: web.Request) -> web.StreamResponse:
    """The bars as a drawing."""
    return await _picture(request, "svg", "image/svg+xml", lambda drawing: as_svg(drawing).encode())


@pages.get("/rounds/{id}/results.png", permission=_READ)
async def results_png(request: web.Request) -> web.StreamResponse:
    """The bars as a picture that can be shown anywhere."""
    return await _picture(request, "png", "image/png", as_png)


async def _result(request: web.Request) -> Result:
    return await access_result(request.app, viewer_of(request), request.match_info["id"])


async def _picture(
    request: web.Request, ending: str, content_type: str, drawn: Callable[[Drawing], bytes]
) -> web.Response:
    """Drawn once of all that it shows, beside the loop: letters take their time."""
    result = await _result(request)
    title, caption, rows = result.row["title"], await caption_of(result), result.rows()

    def draw(language_now: str) -> bytes:
        with language.speaking(language_now):
            return drawn(picture_of(title, caption, rows, points=result.points))

    key = (ending, result.row["id"], language.current(), title, caption, *rows)
    image = await request.app[KEPT].get(key, lambda: asyncio.to_thread(draw, language.current()))
    return _file(result, image, ending, content_type)


def _file(result: Result, body: bytes, ending: str, content_type: str) -> web.Response:
    """To be asked for anew each time: what moderators take down must not come back from a cache."""
    headers = {
        "Content-Disposition": f'attachment; filename="results-{result.row["id"]}.{ending}"',
        "Cache-Control": "no-cache",
    }
    charset = "utf-8" if content_type != "image/png" else None
    return web.Response(body=body, content_type=content_type, charset=charset, headers=headers)

"""The pages on which staff take a forum out as a file, and bring topics in."""

from typing import Any, Literal

from aiohttp import web

from forums.exchange import export_service, import_service
from forums.exchange.page_service import exchange_page
from forums.exchange.upload import file_in
from foundation.downloads import send_file
from foundation.errors import Invalid, Malformed, Refusal, TooLarge
from foundation.identity import viewer_of
from foundation.pages import form_of, render
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/forums/{forum}/exchange", permission=Permission.FORUM_EXCHANGE)
async def show_exchange(request: web.Request) -> web.StreamResponse:
    """Both, on one page."""
    return await _page(request)


@pages.post("/forums/{forum}/export/json", permission=Permission.FORUM_EXCHANGE)
async def export_json(request: web.Request) -> web.StreamResponse:
    """The forum as JSON."""
    return await _export(request, "json")


@pages.post("/forums/{forum}/export/csv", permission=Permission.FORUM_EXCHANGE)
async def export_csv(request: web.Request) -> web.StreamResponse:
    """The forum for a spreadsheet."""
    return await _export(request, "csv")


@pages.post("/forums/{forum}/import", permission=Permission.FORUM_EXCHANGE)
async def import_file(request: web.Request) -> web.StreamResponse:
    """Bring in the topics of a file, and say what became of them."""
    viewer, forum = viewer_of(request), request.match_info["forum"]
    # Before a byte of the file is read.
    await exchange_page(viewer, forum)
    try:
        report = await import_service.import_topics(request.app, viewer, forum, await file_in(request))
    except (Invalid, TooLarge, Malformed) as refusal:
        return await _page(request, refusal)
    return await _page(request, report=report)


async def _export(request: web.Request, kind: Literal["json", "csv"]) -> web.StreamResponse:
    await form_of(request)
    export = await export_service.export_forum(viewer_of(request), request.match_info["forum"], kind)
    return await send_file(request, export.pieces, name=export.name, content_type=export.content_type)


async def _page(request: web.Request, refusal: Refusal | None = None, report: Any = None) -> web.Response:
    forum = await exchange_page(viewer_of(request), request.match_info["forum"])
    fields = [{"field": wrong.field, "message": wrong.message} for wrong in refusal.fields] if refusal else []
    return render(
        request, "forums/exchange.html", refusal.status if refusal else 200, forum=forum,
        report=report, fields=fields, problem=refusal.message if refusal and not fields else None,
    )  # fmt: skip

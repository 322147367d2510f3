"""Taking a forum out as a file, and bringing topics in, over JSON."""

from typing import Literal

import msgspec
from aiohttp import web

from forums.exchange import export_service, import_service
from forums.exchange.page_service import exchange_page
from forums.exchange.shapes import ExchangedTopic
from forums.exchange.upload import file_as_body
from forums.places.models import ForumKind
from foundation.api import Api, Call
from foundation.downloads import send_file
from foundation.permissions import Permission

api = Api()
_EXCHANGE = Permission.FORUM_EXCHANGE


class ExportAs(msgspec.Struct):
    """`csv`: for a spreadsheet, a row for each reply. Only the JSON comes in again."""

    kind: Literal["json", "csv"] = "json"


class ForumInFile(msgspec.Struct):
    id: str
    name: str
    kind: ForumKind
    neighbourhood: str | None


class ForumFile(msgspec.Struct):
    """A forum as JSON, with its topics."""

    format: str
    forum: ForumInFile
    topics: list[ExchangedTopic]


class Imported(msgspec.Struct):
    """What became of a file: topics that were brought in, those that were known, and what is wrong with the rest."""

    total: int
    added: int
    known: int
    bad: list[str]


@api.get("/forums/{id}/export", permission=_EXCHANGE, query=ExportAs, answer=ForumFile,
         media=("application/json", "text/csv"), summary="Take a forum out as a file")  # fmt: skip
async def export_forum(call: Call[None, ExportAs]) -> web.StreamResponse:
    """For its moderators: what everybody may read, without pictures. It is written down who did so."""
    export = await export_service.export_forum(call.viewer, call.path["id"], call.query.kind)
    return await send_file(call.request, export.pieces, name=export.name, content_type=export.content_type)


@api.post("/forums/{id}/import", permission=_EXCHANGE, takes=("application/json",), answer=Imported,
          summary="Bring topics of a file into a forum")  # fmt: skip
async def import_topics(call: Call[None, None]) -> Imported:
    """In your name. Again it brings nothing in twice; a bad topic keeps no other out."""
    forum = call.path["id"]
    # Before a byte of the file is read.
    await exchange_page(call.viewer, forum)
    data = await file_as_body(call.request)
    report = await import_service.import_topics(call.request.app, call.viewer, forum, data)
    return Imported(report.total, report.added, report.known, report.bad)

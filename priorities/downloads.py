"""What one takes away of a round: tables for spreadsheets, and pictures as SVG and as PNG."""

import asyncio
import csv
from collections.abc import Awaitable, Callable, Hashable, Iterable, Sequence
from io import StringIO
from typing import Final, NamedTuple

from aiohttp import web

from foundation import language
from foundation.drawing import Drawing, as_png, as_svg
from foundation.permissions import Permission
from foundation.routes import PageHandler, Routes
from foundation.spreadsheets import BOM, harmless
from priorities.results.kept import KEPT


class Table(NamedTuple):
    """The names of its columns, and its rows. Words in it may be anybody’s: what runs as a formula is made harmless."""

    head: Sequence[str]
    rows: Iterable[Sequence[object]]


class Picture(NamedTuple):
    """How it is drawn, and all that is `shown` in it: what shows the same is drawn once for each language."""

    draw: Callable[[], Drawing]
    shown: tuple[Hashable, ...]


class _Format(NamedTuple):
    ending: str
    content_type: str
    made: Callable[[Drawing], bytes]


_FORMATS: Final = (
    _Format("svg", "image/svg+xml", lambda drawing: as_svg(drawing).encode()),
    _Format("png", "image/png", as_png),
)
FindTable = Callable[[web.Request], Awaitable[Table]]
FindPicture = Callable[[web.Request], Awaitable[Picture]]


def offer_table(pages: Routes, path: str, *, permission: Permission) -> Callable[[FindTable], FindTable]:
    """Decorates what finds a table of the round whose `id` is in the path: it is there with `.csv` behind the path."""

    def offer(find: FindTable) -> FindTable:
        async def table(request: web.Request) -> web.StreamResponse:
            return _file(request, path, "csv", "text/csv", _written(await find(request)))

        pages.get(f"{path}.csv", permission=permission)(table)
        return find

    return offer


def offer_picture(pages: Routes, path: str, *, permission: Permission) -> Callable[[FindPicture], FindPicture]:
    """The same of a picture, which is there with `.svg` and with `.png`."""

    def offer(find: FindPicture) -> FindPicture:
        for format_ in _FORMATS:
            pages.get(f"{path}.{format_.ending}", permission=permission)(_drawn(path, format_, find))
        return find

    return offer


def _drawn(path: str, format_: _Format, find: FindPicture) -> PageHandler:
    """Drawn beside the loop: letters take their time."""

    async def picture(request: web.Request) -> web.StreamResponse:
        found = await find(request)
        key = (path, request.match_info["id"], format_.ending, language.current(), *found.shown)
        image: bytes = await request.app[KEPT].get(key, lambda: asyncio.to_thread(lambda: format_.made(found.draw())))
        return _file(request, path, format_.ending, format_.content_type, image)

    return picture


def _file(request: web.Request, path: str, ending: str, content_type: str, body: bytes) -> web.Response:
    """To be asked for anew each time: what moderators take down must not come back from a cache."""
    name = f"{path.rpartition('/')[2]}-{request.match_info['id']}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-cache"}
    charset = "utf-8" if content_type != "image/png" else None
    return web.Response(body=body, content_type=content_type, charset=charset, headers=headers)


def _written(table: Table) -> bytes:
    """RFC 4180, as spreadsheets read it."""
    written = StringIO()
    file = csv.writer(written)
    file.writerow(table.head)
    file.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in table.rows)
    return (BOM + written.getvalue()).encode()

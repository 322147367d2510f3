"""Answering readers who are signed out with a page that was drawn for another one.

Only the token of their forms differs, and is put in; who has no cookie yet is given their own.
"""

import re
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler
from multidict import CIMultiDict

from forums.kept.elsewhere import ELSEWHERE
from forums.kept.shelf import SHELF, Drawing, Key, Page
from forums.topic_rows import versions_of
from foundation import language, metrics
from foundation.addresses import own_origin
from foundation.identity import csrf_token_of, viewer_of
from foundation.keys import SETTINGS
from foundation.pages import with_new_cookie

_PART: Final = re.compile(r"(?:after=\d{1,9}|last)?")
"""The queries of a topic's pages that are kept."""
_ANEW: Final = ("Content-Length", "Set-Cookie")


def kept_topic(handler: Handler) -> Handler:
    """The handler of a topic's page, `/topics/{id}`: of each part of it, drawn once for all who are signed out."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if viewer_of(request).signed_in or not _PART.fullmatch(request.query_string):
            return await handler(request)
        return await _answer(request, handler, request.match_info["id"])

    answer.__doc__ = handler.__doc__
    return answer


def kept_list(handler: Handler) -> Handler:
    """The handler of a page with a list of topics: its beginning, for as long as other processes may be passed over."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if viewer_of(request).signed_in or request.query_string:
            return await handler(request)
        return await _answer(request, handler, None)

    answer.__doc__ = handler.__doc__
    return answer


async def _answer(request: web.Request, handler: Handler, topic: str | None) -> web.StreamResponse:
    shelf = request.app[SHELF]
    await request.app[ELSEWHERE].settle()
    # Its address stands in the page, and the site's in what it tells others of itself.
    key = (request.path_qs, language.current(), own_origin(request, request.app[SETTINGS]))
    if page := shelf.find(key):
        return _filled_in(request, page)
    async with shelf.turn(key):
        if page := shelf.find(key):
            return _filled_in(request, page)
        with shelf.drawing(topic) as drawing:
            version = (await versions_of([topic])).get(topic) if topic else 0
            response = await handler(request)
            metrics.pages.labels("drawn").inc()
            if version is not None:
                _keep(request, response, key, drawing, version)
            return response


def _keep(request: web.Request, response: web.StreamResponse, key: Key, drawing: Drawing, version: int) -> None:
    """Only a page as it should be: none of those that say what is wrong, or lead elsewhere."""
    if not isinstance(response, web.Response) or response.status != 200 or not isinstance(response.body, bytes):
        return
    parts = response.body.split(csrf_token_of(request).encode())
    headers = {name: value for name, value in response.headers.items() if name not in _ANEW}
    request.app[SHELF].keep(key, drawing, Page(parts, headers, drawing.topic, version, drawing.began))


def _filled_in(request: web.Request, page: Page) -> web.Response:
    metrics.pages.labels("kept").inc()
    body = csrf_token_of(request).encode().join(page.parts)
    return with_new_cookie(request, web.Response(body=body, headers=CIMultiDict(page.headers)))

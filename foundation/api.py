"""JSON in, JSON out: a call declares its structs, is read by `json_reading.py` and answered by `json_answers.py`."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from aiohttp import web

from foundation.identity import bearer_of, check_csrf, viewer_of
from foundation.json_answers import json_response
from foundation.json_reading import read_body, read_query
from foundation.keys import LIMITS, TOKEN
from foundation.permissions import Permission, Viewer
from foundation.routes import Route, Routes, guarded

BASE = "/api/v1"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
Body = TypeVar("Body")
Query = TypeVar("Query")


@dataclass(frozen=True)
class Call(Generic[Body, Query]):
    """One call of the API: who asks, and what was sent, already checked against the declared structs."""

    request: web.Request
    viewer: Viewer
    body: Body
    query: Query

    @property
    def path(self) -> dict[str, str]:
        """The parts of the path; its route has refused what can be no id."""
        return dict(self.request.match_info)


@dataclass(frozen=True)
class About:
    """What a call says of itself, for the description of the API."""

    summary: str
    status: int
    body: Any
    query: Any
    answer: Any
    media: tuple[str, ...] = field(default=("application/json",))
    conditional: bool = False
    """Whether who has the answer of an ETag already is told so (304)."""
    may_be_empty: bool = False
    """Whether the body may be left out; its struct has a default for everything then."""
    takes: tuple[str, ...] = ()
    """The media types of a body that is a file, which the call reads itself."""
    waits: Any = None
    """The answer with 202, where what was sent waits for somebody first."""


ApiHandler = Callable[[Call[Any, Any]], Awaitable[Any]]


class Api:
    """A feature's JSON calls: `@api.post("/surgeries", permission=…, body=NewSurgery, answer=Surgery, status=201)`."""

    def __init__(self) -> None:
        self.routes = Routes()

    def _register(
        self, method: str, path: str, permission: Permission, **about: Any
    ) -> Callable[[ApiHandler], ApiHandler]:
        def register(handler: ApiHandler) -> ApiHandler:
            described = About(**about)
            page = guarded(BASE + path, permission, _answering(handler, described))
            self.routes.add(Route(method, BASE + path, permission, page, described))
            return handler

        return register

    def get(self, path: str, *, permission: Permission, answer: Any, summary: str, query: Any = None,
            media: tuple[str, ...] = ("application/json",),
            conditional: bool = False) -> Callable[[ApiHandler], ApiHandler]:  # fmt: skip
        return self._register("GET", path, permission, summary=summary, status=200, body=None, query=query,
                              answer=answer, media=media, conditional=conditional)  # fmt: skip

    def post(self, path: str, *, permission: Permission, answer: Any, summary: str, body: Any = None,
             status: int = 200, may_be_empty: bool = False,
             takes: tuple[str, ...] = (), waits: Any = None) -> Callable[[ApiHandler], ApiHandler]:  # fmt: skip
        return self._register("POST", path, permission, summary=summary, status=status, body=body, query=None,
                              answer=answer, may_be_empty=may_be_empty, takes=takes, waits=waits)  # fmt: skip

    def patch(self, path: str, *, permission: Permission, answer: Any, summary: str, body: Any,
              status: int = 200, waits: Any = None) -> Callable[[ApiHandler], ApiHandler]:  # fmt: skip
        return self._register("PATCH", path, permission, summary=summary, status=status, body=body, query=None,
                              answer=answer, waits=waits)  # fmt: skip

    def put(self, path: str, *, permission: Permission, summary: str, body: Any = None,
            may_be_empty: bool = False, answer: Any = None) -> Callable[[ApiHandler], ApiHandler]:  # fmt: skip
        """Something that is so afterwards, however often it is asked for: without an answer there is 204."""
        status = 204 if answer is None else 200
        return self._register("PUT", path, permission, summary=summary, status=status, body=body, query=None,
                              answer=answer, may_be_empty=may_be_empty)  # fmt: skip

    def delete(self, path: str, *, permission: Permission, summary: str) -> Callable[[ApiHandler], ApiHandler]:
        return self._register("DELETE", path, permission, summary=summary, status=204, body=None, query=None,
                              answer=None)  # fmt: skip


def _answering(handler: ApiHandler, about: About) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def answer(request: web.Request) -> web.StreamResponse:
        await _check_write(request)
        call = Call(
            request=request,
            viewer=viewer_of(request),
            body=await _body_of(request, about),
            query=read_query(request, about.query) if about.query else None,
        )
        result = await handler(call)
        return result if isinstance(result, web.StreamResponse) else json_response(result, about.status)

    answer.__doc__ = inspect.getdoc(handler)
    return answer


async def _body_of(request: web.Request, about: About) -> Any:
    if about.body is None:
        return None
    return about.body() if about.may_be_empty and not request.can_read_body else await read_body(request, about.body)


async def _check_write(request: web.Request) -> None:
    """A write by cookie needs the page's token; one without any must be JSON, which no other site's form can send."""
    if request.method in SAFE:
        return
    viewer = viewer_of(request)
    if bearer_of(request) is None and TOKEN in request and viewer.signed_in:
        check_csrf(request, request.headers.get("X-CSRF-Token", ""))
    if viewer.id:
        await request.app[LIMITS].check("api_write", viewer.id)

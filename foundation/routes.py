"""Routes: a page or a call is a path, the permission it needs, and a handler.

The first gate stands here, so that no handler can forget it: a viewer whose role can never hold the permission is
refused before anything is fetched. The registry is what the architecture test and the API's description read.
"""

import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from aiohttp import web

from foundation.errors import NotAllowed, NotFound, NotSignedIn
from foundation.identity import viewer_of
from foundation.ids import is_outside_id, is_own_id
from foundation.language import _
from foundation.permissions import Permission, Viewer, could_ever

PageHandler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_PART = re.compile(r"{(\w+)")
_WORDS = frozenset(
    {"act", "kind", "language", "name", "photo", "picture", "receipt", "signature", "size", "target", "token"}
)
"""Parts of paths that are no ids; each handler reads them itself."""
_OF_FORCES = ("neighbourhoods/{id}", "forces/{id}")
"""These ids are a force's own, longer than ours and sometimes with spaces."""
_NAMED = frozenset({"section"})
"""Parts that are an id, or a name of up to forty letters that addresses call it by."""


@dataclass(frozen=True)
class Route:
    """One registered route. `about` is what a JSON call says of itself for the API's description."""

    method: str
    path: str
    permission: Permission
    handler: PageHandler
    about: Any = None


class Routes:
    """A feature's routes, added to the application by the roof."""

    def __init__(self) -> None:
        self._routes: list[Route] = []

    def __iter__(self) -> Iterator[Route]:
        return iter(self._routes)

    def get(self, path: str, *, permission: Permission) -> Callable[[PageHandler], PageHandler]:
        return partial(self._page, "GET", path, permission)

    def post(self, path: str, *, permission: Permission) -> Callable[[PageHandler], PageHandler]:
        return partial(self._page, "POST", path, permission)

    def add(self, route: Route) -> None:
        self._routes.append(route)

    def _page(self, method: str, path: str, permission: Permission, handler: PageHandler) -> PageHandler:
        self.add(Route(method, path, permission, guarded(path, permission, handler)))
        return handler


def guarded(path: str, permission: Permission, handler: PageHandler) -> PageHandler:
    """The handler behind its permission's first gate, and behind the look at whether the path's ids can be any."""
    ids = {
        name: is_outside_id if name in _NAMED or (name == "id" and _is_of_force(path)) else is_own_id
        for name in _PART.findall(path)
    }

    async def guard(request: web.Request) -> web.StreamResponse:
        check_could(viewer_of(request), permission)
        if not all(could_be(request.match_info[name]) for name, could_be in ids.items() if name not in _WORDS):
            raise NotFound(_("There is nothing at this address."))
        return await handler(request)

    guard.__doc__ = handler.__doc__
    return guard


def _is_of_force(path: str) -> bool:
    return any(part in path for part in _OF_FORCES)


def check_could(viewer: Viewer, permission: Permission) -> None:
    """Raises NotSignedIn or NotAllowed when nobody of this role may ever do this."""
    if could_ever(viewer, permission):
        return
    if not viewer.signed_in:
        raise NotSignedIn(_("Please sign in or join under a name first."))
    raise NotAllowed(_("Your account can’t do this. If you think it should, ask an administrator of your force."))


def add_routes(app: web.Application, routes: Routes) -> None:
    """Put a feature's routes into the application."""
    for route in routes:
        if route.method == "GET":
            app.router.add_get(route.path, route.handler)
        else:
            app.router.add_route(route.method, route.path, route.handler)

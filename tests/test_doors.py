"""Every door of the running server names the permission that it needs: routes, JSON calls and live events."""

import pytest
from aiohttp import web

from foundation import openapi
from foundation.api import Api
from foundation.fanout import LIVE, NAMESPACE
from foundation.live import LiveNamespace
from foundation.live_events import Event, Events
from foundation.permissions import Permission
from foundation.routes import Route, Routes
from foundation.settings import Settings
from server.app import create_app
from server.features import APIS, EVENTS, FEATURES, JOBS, PAGES
from tests.architecture import source

REGISTERED: tuple[Route, ...] = tuple(
    route for routes in (*PAGES, *(api.routes for api in APIS), openapi.routes(APIS)) for route in routes
)
# Not handlers of ours: files without a secret, and Socket.IO's own door, whose events are below.
OPEN = ("/static", "/socket.io/")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> web.Application:
    var = tmp_path_factory.mktemp("doors")
    return create_app(Settings(database_url=f"sqlite://{var}/x.sqlite3", secret_key="doors" * 8))


def test_nothing_is_served_but_by_a_route_that_names_its_permission(app: web.Application) -> None:
    served = {(route.method, route.resource.canonical) for route in app.router.routes() if route.resource}
    named = {(route.method, route.path) for route in REGISTERED}
    named |= {("HEAD", path) for method, path in named if method == "GET"}
    assert {door for door in served - named if not door[1].startswith(OPEN)} == set()


@pytest.mark.parametrize("route", REGISTERED, ids=lambda route: f"{route.method} {route.path}")
def test_a_route_names_its_permission(route: Route) -> None:
    assert isinstance(route.permission, Permission)


@pytest.mark.parametrize("event", list(EVENTS), ids=lambda event: event.name)
def test_an_event_names_its_permission(event: Event) -> None:
    assert isinstance(event.permission, Permission)


def test_no_event_comes_in_but_by_the_namespace_that_asks_for_permissions(app: web.Application) -> None:
    assert app[LIVE].handlers == {}
    assert {name: type(space) for name, space in app[LIVE].namespace_handlers.items()} == {NAMESPACE: LiveNamespace}


def test_every_feature_s_doors_are_wired() -> None:
    """A page that is written and not put into the application is found here, and not by a person who misses it."""
    wired = {id(found) for found in (*PAGES, *APIS, EVENTS, *(feature.events for feature in FEATURES))}
    doors = ((module, door) for module in source.modules() for door in _doors_of(module) if id(door) not in wired)
    assert [str(module) for module, _door in doors] == []


def test_every_feature_s_timed_work_is_wired() -> None:
    """Nobody misses work by the clock until it matters: what was to be purged is still there."""
    named = (module for module in source.modules() if module.parts[-1] == "jobs")
    assert [str(module) for module in named if not set(source.load(module).JOBS) <= set(JOBS)] == []


def test_every_feature_s_live_events_are_wired() -> None:
    """A `socket.py` that no feature names is never imported, and its events are unknown."""
    named = {module.__name__ for feature in FEATURES for module in feature.sockets}
    assert {str(module) for module in source.modules() if module.parts[-1] == "socket"} == named


def _doors_of(module: source.Module) -> list[object]:
    if module.package == "foundation" or module.parts[-1] == "__main__":
        return []
    found = vars(source.load(module)).values()
    return [value for value in found if isinstance(value, Routes | Api | Events)]

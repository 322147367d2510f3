"""Every address that the service answers, with the ids of one neighbourhood, its round, and what stands around them."""

import re
from collections.abc import Iterable, Mapping

from aiohttp import web

from foundation.api import BASE
from priorities.feature import FEATURE

LEFT_OUT = {
    "/account/email/{token}": "a link from a mail",
    "/account/sign-in-methods/app": "a new secret each time",
    "/admin/booths/{id}": "one video booth",
    "/admin/enrolments/{id}": "one officer who enrols",
    "/admin/people/{id}/{act}": "a form that asks whether one is sure",
    "/admin/sections/{id}": "one section of forums",
    "/api/v1/replies/": "one reply in a forum",
    "/api/v1/questions/": "one question of a surgery",
    "/avatars/": "pictures of people",
    "/booths/{id}": "one video booth",
    "/canned-answers/{canned}": "one ready answer",
    "/decisions/{id}": "one decision of moderators",
    "/forums/pictures/": "pictures",
    "/forums/{forum}": "forums, asked as JSON and as feeds",
    "/forums/{id}/gone": "what is gone of a list",
    "/language/": "sets a cookie and leads on",
    "/link/{token}": "a link from a mail",
    "/logs/": "running logs of officers",
    "/moderation/appeals/{id}": "one appeal",
    "/moderation/cases/{id}": "one case",
    "/moderation/evidence/": "what was kept of one post",
    "/moderation/flaggers/{id}": "who flags",
    "/moderation/items/{id}": "one post that was flagged",
    "/moderation/paged/{id}": "one call for a moderator",
    "/moderation/replay": "a form that offers this minute",
    "/priorities/pictures/": "pictures",
    "/promises/{id}": "one promise of a forum",
    "/questions/{id}": "one question of a surgery",
    "/replies/{id}": "one reply in a forum",
    "/reset/{token}": "a link from a mail",
    "/series/{id}": "one series of surgeries",
    "/sign-up/{token}": "a link from a mail",
    "/socket.io/": "live events, which are listened to instead",
    "/static": "files",
    "/surgeries/{id}/": "what belongs to the room of one surgery",
    "/topics/{id}/": "what belongs to one topic, whose page and feed are asked",
    "/unsubscribe/": "a link from a mail",
}
"""What is not asked and why: a route, or how routes begin that belong to one other thing."""


def routes(app: web.Application) -> set[str]:
    """The paths of all that can be read, as they are routed."""
    return {
        route.resource.canonical
        for route in app.router.routes()
        if route.method == "GET" and route.resource is not None
    }


def leaves_out(begin: str, route: str) -> bool:
    return route == begin or (begin.endswith(("/", "}")) and route.startswith(begin))


def addresses(app: web.Application, ids: Mapping[str, str]) -> list[str]:
    """All addresses to ask, in order. `ids` are by the part of a path before them: "rounds" is that of a round.

    A part that nobody filled raises KeyError: it is to be filled, or left out with a reason.
    """
    return _filled((route for route in routes(app) if not any(leaves_out(begin, route) for begin in LEFT_OUT)), ids)


def of_priorities(ids: Mapping[str, str]) -> list[str]:
    """The addresses of pages and calls that priorities bring, in order."""
    pages = [route.path for part in FEATURE.pages for route in part if route.method == "GET"]
    calls = [BASE + route.path for part in FEATURE.apis for route in part.routes if route.method == "GET"]
    return _filled((route for route in (*pages, *calls) if not leaves_out("/priorities/pictures/", route)), ids)


def _filled(asked: Iterable[str], ids: Mapping[str, str]) -> list[str]:
    return sorted(re.sub(r"([\w-]+)/{\w+}", lambda found: f"{found[1]}/{ids[found[1]]}", route) for route in asked)

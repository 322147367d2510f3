"""The pages that are only words: privacy, cookies, accessibility, complaints, emergencies, sources of data."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()
_PATHS = {
    "/privacy": "privacy",
    "/cookies": "cookies",
    "/accessibility": "accessibility",
    "/complain": "complain",
    "/emergency": "emergency",
    "/about-data": "about_data",
}


def _page(template: str) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def show(request: web.Request) -> web.StreamResponse:
        return render(request, f"content/{template}.html")

    return show


for _path, _template in _PATHS.items():
    pages.get(_path, permission=Permission.PUBLIC_READ)(_page(_template))

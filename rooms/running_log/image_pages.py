"""Pictures of entries as files, only while their entry is shown."""

from aiohttp import web

from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.running_log.service import shown_picture

pages = Routes()
# An address names one picture for good, and yet a browser asks before it shows its copy again (and is answered 304):
# a picture that is taken down must be gone, and nobody between us may keep it.
_WHILE_SHOWN = "private, no-cache"
_NOTHING_ELSE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"


@pages.get("/logs/pictures/{picture}/{size}.webp", permission=Permission.LOG_READ)
async def show_picture(request: web.Request) -> web.StreamResponse:
    """A picture, small or large."""
    picture, size = request.match_info["picture"], request.match_info["size"]
    found = await shown_picture(picture, size)
    tag = f'"{picture}-{size}"'
    headers = {"Cache-Control": _WHILE_SHOWN, "ETag": tag, "Content-Security-Policy": _NOTHING_ELSE}
    if request.headers.get("If-None-Match") == tag:
        return web.Response(status=304, headers=headers)
    return web.Response(body=found, headers=headers, content_type="image/webp")

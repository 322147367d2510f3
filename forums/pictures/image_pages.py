"""Pictures of replies as files, only for who may read what they stand in."""

from aiohttp import web

from forums.pictures.service import bytes_of, check_picture
from foundation.identity import viewer_of
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()
# An address names one picture for good, and yet a browser asks before it shows its copy again (and is answered 304):
# a picture that is taken down must be gone, and nobody between us may keep it.
_WHILE_SHOWN = "private, no-cache"
_NOTHING_ELSE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"


@pages.get("/forums/pictures/{picture}/{size}.webp", permission=Permission.FORUM_READ)
async def show_picture(request: web.Request) -> web.StreamResponse:
    """A picture, small or large."""
    picture, size = request.match_info["picture"], request.match_info["size"]
    await check_picture(request.app, viewer_of(request), picture, size)
    tag = f'"{picture}-{size}"'
    headers = {"Cache-Control": _WHILE_SHOWN, "ETag": tag, "Content-Security-Policy": _NOTHING_ELSE}
    if request.headers.get("If-None-Match") == tag:
        return web.Response(status=304, headers=headers)
    return web.Response(body=await bytes_of(picture, size), headers=headers, content_type="image/webp")

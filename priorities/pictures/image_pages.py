"""Pictures of proposals and actions as files, only for who may read what they stand in."""

from aiohttp import web

from foundation.identity import viewer_of
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.pictures.service import picture_bytes

pages = Routes()
# An address names one picture for good, and yet a browser asks before it shows its copy again (and is answered 304):
# a picture that is taken down must be gone, and nobody between us may keep it.
_WHILE_SHOWN = "private, no-cache"
_NOTHING_ELSE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"


@pages.get("/priorities/pictures/{picture}/{size}.webp", permission=Permission.PRIORITY_READ)
async def show_picture(request: web.Request) -> web.StreamResponse:
    """A picture, small or large."""
    picture, size = request.match_info["picture"], request.match_info["size"]
    tag = f'"{picture}-{size}"'
    headers = {"Cache-Control": _WHILE_SHOWN, "ETag": tag, "Content-Security-Policy": _NOTHING_ELSE}
    kept = request.headers.get("If-None-Match") == tag
    found = await picture_bytes(viewer_of(request), picture, size, wanted=not kept)
    if kept:
        return web.Response(status=304, headers=headers)
    return web.Response(body=found, headers=headers, content_type="image/webp")

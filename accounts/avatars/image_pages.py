"""Pictures as files: drawn ones for anybody and for long, officers' photos only while they are shown."""

from aiohttp import web

from accounts.avatars.drawing import choice_of, drawing
from accounts.avatars.service import shown_photo
from accounts.avatars.shown import PHOTO_SIZES
from foundation.errors import NotFound
from foundation.ids import is_id
from foundation.language import _
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()

_LASTING = "public, max-age=31536000, immutable"
_BRIEF = "public, max-age=300"
# A photo's address names one photo for good, and yet a browser asks before it shows its copy again (and is answered
# 304): a suspended officer's photo must be gone with the badge, and nobody between us may keep it.
_WHILE_SHOWN = "private, no-cache"
# Opened by itself, an SVG is a page: it may load and run nothing.
_NOTHING_ELSE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"


@pages.get("/avatars/{name}.svg", permission=Permission.AVATAR_READ)
async def show_drawing(request: web.Request) -> web.StreamResponse:
    """A drawn avatar in its colours."""
    choice = choice_of(request.match_info["name"])
    if choice is None:
        raise _none()
    drawn = drawing(choice)
    zipped = "gzip" in request.headers.get("Accept-Encoding", "")
    headers = {
        "Cache-Control": _LASTING if request.query.get("v") == drawn.version else _BRIEF,
        "Content-Security-Policy": _NOTHING_ELSE,
        "Vary": "Accept-Encoding",
        **({"Content-Encoding": "gzip"} if zipped else {}),
    }
    body = drawn.zipped if zipped else drawn.svg
    return web.Response(body=body, headers=headers, content_type="image/svg+xml")


@pages.get("/avatars/photos/{photo}/{size}.webp", permission=Permission.AVATAR_READ)
async def show_photo(request: web.Request) -> web.StreamResponse:
    """An officer's photo, while its officer is verified and has it."""
    photo, size = request.match_info["photo"], request.match_info["size"]
    if not is_id(photo) or size not in map(str, PHOTO_SIZES):
        raise _none()
    picture = await shown_photo(photo, int(size))
    if picture is None:
        raise _none()
    tag = f'"{photo}-{size}"'
    headers = {"Cache-Control": _WHILE_SHOWN, "ETag": tag, "Content-Security-Policy": _NOTHING_ELSE}
    if request.headers.get("If-None-Match") == tag:
        return web.Response(status=304, headers=headers)
    return web.Response(body=picture, headers=headers, content_type="image/webp")


def _none() -> NotFound:
    return NotFound(_("There is no such picture."))

"""Pictures of proposals and actions as files."""

from aiohttp import web

from foundation.identity import viewer_of
from foundation.permissions import Permission
from foundation.pictures.files import has_copy, picture_file
from foundation.routes import Routes
from priorities.pictures.service import PICTURES

pages = Routes()


@pages.get("/priorities/pictures/{picture}/{size}.webp", permission=Permission.PRIORITY_READ)
async def show_picture(request: web.Request) -> web.StreamResponse:
    """A picture, small or large."""
    picture, size = request.match_info["picture"], request.match_info["size"]
    await PICTURES.check_may_look(request.app, viewer_of(request), picture, size)
    kept = has_copy(request, picture, size)
    return picture_file(picture, size, None if kept else await PICTURES.bytes_of(picture, size))

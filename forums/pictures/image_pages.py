"""Pictures of replies as files."""

from aiohttp import web

from forums.pictures.service import PICTURES
from foundation.identity import viewer_of
from foundation.permissions import Permission
from foundation.pictures.files import has_copy, picture_file
from foundation.routes import Routes

pages = Routes()


@pages.get("/forums/pictures/{picture}/{size}.webp", permission=Permission.FORUM_READ)
async def show_picture(request: web.Request) -> web.StreamResponse:
    """A picture, small or large."""
    picture, size = request.match_info["picture"], request.match_info["size"]
    await PICTURES.check_may_look(request.app, viewer_of(request), picture, size)
    kept = has_copy(request, picture, size)
    return picture_file(picture, size, None if kept else await PICTURES.bytes_of(picture, size))

"""Pictures of entries as files, only while their entry is shown."""

from aiohttp import web

from foundation.permissions import Permission
from foundation.pictures.files import has_copy, picture_file
from foundation.routes import Routes
from rooms.running_log.service import shown_picture

pages = Routes()


@pages.get("/logs/pictures/{picture}/{size}.webp", permission=Permission.LOG_READ)
async def show_picture(request: web.Request) -> web.StreamResponse:
    """A picture, small or large."""
    picture, size = request.match_info["picture"], request.match_info["size"]
    found = await shown_picture(picture, size)
    return picture_file(picture, size, None if has_copy(request, picture, size) else found)

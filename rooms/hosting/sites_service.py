"""Web sites that anybody may link in one room: its hosts and moderators keep the list."""

from typing import Any

from aiohttp import web

from foundation.permissions import Viewer
from moderation.lists import sites_service
from moderation.lists.domains import BUILT_IN
from rooms.policy import access_room_to_moderate

JSON = dict[str, Any]


async def sites_page(viewer: Viewer, room_id: str) -> JSON:
    """The room's `sites`, its force's (`everywhere`) and those that come with Bluelamp. Raises NotFound, NotAllowed."""
    standing = await access_room_to_moderate(viewer, room_id)
    force = str(standing.room["force_id"])
    return {
        "sites": await sites_service.sites_of(force, room_id),
        "everywhere": await sites_service.sites_of(force),
        "always": sorted(BUILT_IN),
    }


async def allow_site(app: web.Application, viewer: Viewer, room_id: str, typed: str) -> str:
    """Let anybody link a site here; gives its domain. Raises NotFound, NotAllowed, Invalid, Conflict."""
    standing = await access_room_to_moderate(viewer, room_id)
    return await sites_service.allow_site(app, viewer, str(standing.room["force_id"]), typed, room_id)


async def disallow_site(viewer: Viewer, room_id: str, site: str) -> None:
    """Take it off the list again. Raises NotFound, NotAllowed."""
    standing = await access_room_to_moderate(viewer, room_id)
    await sites_service.disallow_site(viewer, str(standing.room["force_id"]), site, room_id)

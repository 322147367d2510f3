"""From a proposal to where it is talked about."""

from aiohttp import web

from foundation.identity import viewer_of
from foundation.pages import form_of, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.proposals.talking import service

pages = Routes()


@pages.post("/proposals/{id}/talk", permission=Permission.TOPIC_POST)
async def talk(request: web.Request) -> web.StreamResponse:
    """Begin the topic, or go to the one that is there."""
    await form_of(request)
    raise see_other(await service.talk(request.app, viewer_of(request), request.match_info["id"]))

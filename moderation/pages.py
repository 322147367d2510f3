"""The page of the community rules."""

from aiohttp import web

from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.community_rules import VERSION, shown_rules

pages = Routes()


@pages.get("/rules", permission=Permission.RULES_READ)
async def show_rules(request: web.Request) -> web.StreamResponse:
    """The rules that everybody keeps to here, each with the id that decisions cite."""
    return render(request, "content/rules.html", rules=shown_rules(), version=VERSION)

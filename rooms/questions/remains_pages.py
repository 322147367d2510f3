"""What remains unanswered when a surgery is over: each becomes a promise with a day, or is closed with a reason."""

from aiohttp import web

from foundation.identity import viewer_of
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.questions.deciding_service import what_remains

pages = Routes()


@pages.get("/surgeries/{id}/remains", permission=Permission.QUESTION_DECIDE)
async def show_remains(request: web.Request) -> web.StreamResponse:
    """For who decides, at the close and later too."""
    remains = await what_remains(request.app, viewer_of(request), request.match_info["id"])
    return render(request, "rooms/questions/remains.html", **remains)

"""The priorities of a neighbourhood: its rounds, and what came of them."""

from urllib.parse import quote

from aiohttp import web

from foundation.feeds import subscription
from foundation.identity import viewer_of
from foundation.pages import form_of, local_path, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.rounds import following_service, listing_service

pages = Routes()
_PATH = "/neighbourhoods/{id}/priorities"


@pages.get(_PATH, permission=Permission.PRIORITY_READ)
async def show_priorities(request: web.Request) -> web.StreamResponse:
    """Where the round of now stands, what one can do, and the rounds of before."""
    page = await listing_service.place_page(viewer_of(request), request.match_info["id"])
    feed = subscription(request, f"/neighbourhoods/{quote(page['place'].id, safe='')}/calendar.ics")
    return render(request, "priorities/rounds/place.html", feed=feed, **page)


@pages.post(_PATH + "/follow", permission=Permission.ROUND_FOLLOW)
async def follow(request: web.Request) -> web.StreamResponse:
    """Be told how its rounds go on; with `end`, no more. Leads `back`, where the form says so."""
    form = await form_of(request)
    act = following_service.unfollow if "end" in form else following_service.follow
    await act(viewer_of(request), request.match_info["id"])
    page = f"/neighbourhoods/{quote(request.match_info['id'], safe='')}/priorities#following"
    raise see_other(local_path(form.get("back", ""), page))

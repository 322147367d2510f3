"""The page of searching: a form that is an address, and what was found."""

from aiohttp import web

from foundation.errors import Refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes
from foundation.search.asked import Found
from foundation.search.words import LONGEST, read_words
from server.searching.form import Form, read_form
from server.searching.kinds import ON_PAGE
from server.searching.service import named, places_to_choose, search

pages = Routes()


@pages.get("/search", permission=Permission.SEARCH_ASK)
async def show_search(request: web.Request) -> web.StreamResponse:
    """What is found; the form stays filled in, also where it was refused."""
    form, viewer = Form.of(request.query), viewer_of(request)
    try:
        asked = read_form(form, viewer, request.app[SETTINGS].time_zone)
        found = await search(request, viewer, asked)
    except Refusal as refusal:
        return await _page(request, form, None, refusal)
    return await _page(request, form, found)


async def _page(request: web.Request, form: Form, found: Found | None, refusal: Refusal | None = None) -> web.Response:
    return render(
        request,
        "search/search.html",
        refusal.status if refusal else 200,
        form=form,
        longest=LONGEST,
        kinds=ON_PAGE,
        places=await places_to_choose(viewer_of(request), form.neighbourhood),
        asked=bool(read_words(form.q)),
        found=found,
        names=await named(found) if found else {},
        problem=refusal.message if refusal else None,
        fields=refusal.fields if refusal else None,
    )

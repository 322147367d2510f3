"""The page where neighbours say what became of priorities, and the forms about it."""

from aiohttp import web

from foundation.identity import viewer_of
from foundation.pages import form_of, local_path, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.reviewing import page_service, service
from priorities.reviewing.carrying_service import carry_on

pages = Routes()


@pages.get("/rounds/{id}/review", permission=Permission.PRIORITY_READ)
async def show_review(request: web.Request) -> web.StreamResponse:
    """What a round came to, to be judged; when it is over, what neighbours said."""
    page = await page_service.review_page(viewer_of(request), request.match_info["id"])
    return render(request, "priorities/reviewing/review.html", saved=request.query.get("saved"), **page)


@pages.post("/priorities/{id}/review", permission=Permission.REVIEW_GIVE)
async def give_review(request: web.Request) -> web.StreamResponse:
    """Say how it is now; then back to where the form stood."""
    form = await form_of(request)
    priority = request.match_info["id"]
    await service.give_review(request.app, viewer_of(request), priority, form.get("verdict", ""))
    raise see_other(
        local_path(form.get("back", ""), f"/priorities/{priority}") + f"?saved={priority}#review-{priority}"
    )


@pages.post("/priorities/{id}/carry", permission=Permission.PRIORITY_KEEP)
async def carry(request: web.Request) -> web.StreamResponse:
    """Put it before the next round, and go there."""
    await form_of(request)
    raise see_other(f"/proposals/{await carry_on(request.app, viewer_of(request), request.match_info['id'])}")

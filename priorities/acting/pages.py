"""The page of a priority, following it, and the form of its owner and promise."""

from typing import Any

from aiohttp import web

from foundation.errors import Conflict, Invalid, Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.numbers import whole_number
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.acting import ending_service, following_service, keeping_service, page_service
from priorities.acting.drafts import day_in
from priorities.reviewing.page_service import panel_of

pages = Routes()
JSON = dict[str, Any]


@pages.get("/priorities/{id}", permission=Permission.PRIORITY_READ)
async def show_priority(request: web.Request) -> web.StreamResponse:
    """Who answers for it, what they promise, and what was done, the latest first."""
    return await _priority_page(request)


async def _priority_page(request: web.Request, refusal: Refusal | None = None, reason: str = "") -> web.Response:
    page = await page_service.priority_page(viewer_of(request), request.match_info["id"])
    review = await panel_of(viewer_of(request), page["row"])
    return render(
        request,
        "priorities/acting/priority.html",
        **of_refusal(refusal),
        review=review,
        saved="saved" in request.query,
        reason=reason,
        **page,
    )


@pages.post("/priorities/{id}/follow", permission=Permission.PRIORITY_FOLLOW)
async def follow(request: web.Request) -> web.StreamResponse:
    """Follow it, or (`how` is `end`) no more."""
    form = await form_of(request)
    viewer, priority = viewer_of(request), request.match_info["id"]
    end = form.get("how") == "end"
    await (following_service.unfollow_priority if end else following_service.follow_priority)(viewer, priority)
    raise see_other(f"/priorities/{priority}#follow")


@pages.get("/priorities/{id}/keep", permission=Permission.PRIORITY_KEEP)
async def show_keeping(request: web.Request) -> web.StreamResponse:
    """Who answers for it, the promise, and the day of the next update, to be changed."""
    return await _keep_page(request, {})


@pages.post("/priorities/{id}/keep", permission=Permission.PRIORITY_KEEP)
async def keep(request: web.Request) -> web.StreamResponse:
    """Keep the change."""
    form = await form_of(request)
    priority = request.match_info["id"]
    try:
        await keeping_service.keep_priority(request.app, viewer_of(request), priority, _keeping_in(form))
    except Refusal as refusal:
        return await _keep_page(request, form, refusal)
    raise see_other(f"/priorities/{priority}")


@pages.post("/priorities/{id}/close", permission=Permission.PRIORITY_KEEP)
async def close(request: web.Request) -> web.StreamResponse:
    """Say that one that was imported is not worked on any more; refused, its page comes back with the words."""
    form = await form_of(request)
    priority = request.match_info["id"]
    try:
        await ending_service.close_priority(request.app, viewer_of(request), priority, form.get("reason", ""))
    except (Invalid, Conflict) as refusal:
        return await _priority_page(request, refusal, form.get("reason", ""))
    raise see_other(f"/priorities/{priority}")


def _keeping_in(form: dict[str, str]) -> keeping_service.Keeping:
    return keeping_service.Keeping(
        role=form.get("owner_role", ""),
        rank=form.get("owner_rank", ""),
        owner=form.get("owner", ""),
        promise=form.get("promise", ""),
        next_update_on=day_in(form.get("next_update_on", ""), "next_update_on"),
        version=whole_number(form.get("kept_version", "")) or 0,
    )


async def _keep_page(request: web.Request, form: dict[str, str], refusal: Refusal | None = None) -> web.Response:
    page = await page_service.keep_page(viewer_of(request), request.match_info["id"])
    stale = refusal is not None and "kept_version" in refusal.details
    # Pressing again puts it in the place of what the page shows now, and of nothing that was not seen.
    seen = {"kept_version": str(page["now"]["kept_version"])} if stale else {}
    return render(
        request,
        "priorities/acting/keep.html",
        **of_refusal(refusal),
        form={**page["now"], **form, **seen},
        stale=stale,
        **page,
    )

"""The promises of a neighbourhood for people, and the page on which one is kept."""

from typing import Any
from urllib.parse import quote

from aiohttp import web

from foundation import clock
from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from neighbourhoods.service import access_neighbourhood
from rooms.promises import service
from rooms.promises.register import entry, register_of

pages = Routes()


@pages.get("/neighbourhoods/{id}/promises", permission=Permission.PROMISE_READ)
async def show_promises(request: web.Request) -> web.StreamResponse:
    """Made, kept, late."""
    place = await access_neighbourhood(request.match_info["id"])
    return render(
        request,
        "promises/promises.html",
        place=place,
        register=await register_of(place.id, clock.today_in(request.app[SETTINGS].time_zone)),
        may_keep=service.keeps_in(viewer_of(request), place),
    )


@pages.get("/promises/{id}", permission=Permission.PROMISE_KEEP)
async def show_promise(request: web.Request) -> web.StreamResponse:
    """One promise, for who may say what came of it."""
    return await _promise_page(request, {})


@pages.post("/promises/{id}/keep", permission=Permission.PROMISE_KEEP)
async def keep_promise(request: web.Request) -> web.StreamResponse:
    """Say what came of it."""
    form = await form_of(request)
    outcome, confirm = form.get("outcome", ""), form.get("confirm") == "true"
    viewer, promise_id = viewer_of(request), request.match_info["id"]
    try:
        promise = await service.keep_promise(request.app, viewer, promise_id, outcome, confirm=confirm)
    except Invalid as refusal:
        return await _promise_page(request, form, refusal)
    raise await _to_register(promise)


@pages.post("/promises/{id}/withdraw", permission=Permission.PROMISE_KEEP)
async def withdraw_promise(request: web.Request) -> web.StreamResponse:
    """Say that it can't be kept, and why."""
    form = await form_of(request)
    viewer, promise_id = viewer_of(request), request.match_info["id"]
    try:
        promise = await service.withdraw_promise(request.app, viewer, promise_id, form.get("reason", ""))
    except Invalid as refusal:
        return await _promise_page(request, form, refusal)
    raise await _to_register(promise)


async def _promise_page(request: web.Request, form: dict[str, str], refusal: Invalid | None = None) -> web.Response:
    promise = await service.access_promise_to_keep(viewer_of(request), request.match_info["id"])
    context: dict[str, Any] = {"fields": refusal.fields, "problem": refusal.message} if refusal else {}
    return render(
        request,
        "promises/promise.html",
        status=refusal.status if refusal else 200,
        promise=entry(promise, clock.today_in(request.app[SETTINGS].time_zone)),
        place=await access_neighbourhood(promise["neighbourhood_id"]),
        form=form,
        **context,
    )


async def _to_register(promise: dict[str, Any]) -> web.HTTPSeeOther:
    place = await access_neighbourhood(promise["neighbourhood_id"])
    return see_other(f"/neighbourhoods/{quote(place.id, safe='')}/promises#p-{promise['id']}")

"""The forms in which a resident says who they are: the name, the neighbourhood, the age."""

from typing import Any

from aiohttp import web

from accounts.account_service import own_places
from accounts.residents import details_service
from foundation.errors import Conflict, Invalid, TooFast
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/account/name", permission=Permission.ACCOUNT_CHANGE)
async def show_name(request: web.Request) -> web.StreamResponse:
    return await _page(request, "name")


@pages.post("/account/name", permission=Permission.ACCOUNT_CHANGE)
async def rename(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    name, shown_as = form.get("name", ""), form.get("shown_as", "")
    try:
        await details_service.rename(request.app, viewer_of(request), name, shown_as)
    except (Invalid, Conflict) as refusal:
        return await _page(request, "name", refusal, name=name[:60], shown_as=shown_as)
    raise see_other("/account?renamed")


@pages.get("/account/neighbourhood", permission=Permission.ACCOUNT_CHANGE)
async def show_neighbourhood(request: web.Request) -> web.StreamResponse:
    return await _page(request, "neighbourhood")


@pages.post("/account/neighbourhood", permission=Permission.ACCOUNT_CHANGE)
async def give_postcode(request: web.Request) -> web.StreamResponse:
    postcode = (await form_of(request)).get("postcode", "")
    try:
        await details_service.give_postcode(request.app, viewer_of(request), postcode)
    except (Invalid, TooFast) as refusal:
        return await _page(request, "neighbourhood", refusal, postcode=postcode[:40])
    raise see_other("/account?neighbourhood")


@pages.get("/account/age", permission=Permission.ACCOUNT_CHANGE)
async def show_age(request: web.Request) -> web.StreamResponse:
    return await _page(request, "age")


@pages.post("/account/age", permission=Permission.ACCOUNT_CHANGE)
async def change_age(request: web.Request) -> web.StreamResponse:
    age_band = (await form_of(request)).get("age_band", "")
    try:
        await details_service.change_age_band(request.app, viewer_of(request), age_band)
    except (Invalid, TooFast) as refusal:
        return await _page(request, "age", refusal)
    raise see_other("/account?age")


async def _page(
    request: web.Request, form: str, refusal: Invalid | Conflict | TooFast | None = None, **typed: Any
) -> web.Response:
    viewer = viewer_of(request)
    return render(
        request,
        f"accounts/account/change_{form}.html",
        refusal.status if refusal else 200,
        details=await details_service.own_details(viewer),
        neighbourhoods=await own_places(viewer),
        problem=refusal.message if refusal else None,
        fields=refusal.fields if refusal else None,
        typed=typed,
    )

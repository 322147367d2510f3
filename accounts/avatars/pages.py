"""Choosing a picture, and an officer's photo, on pages that need no script."""

from typing import Any

from aiohttp import web

from accounts.avatars import service
from accounts.avatars.drawing import Choice, address
from accounts.avatars.palette import COLOURS
from accounts.avatars.upload import read_photo_form
from accounts.people import person
from foundation.errors import Invalid, TooLarge
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/account/avatar", permission=Permission.AVATAR_CHANGE)
async def show_choices(request: web.Request) -> web.StreamResponse:
    """Every face that one may have, in the colour that one has."""
    return await _choices(request, chosen="chosen" in request.query)


@pages.post("/account/avatar", permission=Permission.AVATAR_CHANGE)
async def choose(request: web.Request) -> web.StreamResponse:
    form = await form_of(request)
    name = f"{form.get('face', '')}-{form.get('colour', '')}"
    try:
        await service.choose_avatar(request.app, viewer_of(request), name)
    except Invalid as refusal:
        return await _choices(request, refusal.status, problem=refusal.message)
    raise see_other("/account/avatar?chosen")


@pages.get("/account/photo", permission=Permission.PHOTO_CHANGE)
async def show_photo_form(request: web.Request) -> web.StreamResponse:
    done = next((act for act in ("sent", "removed") if act in request.query), "")
    return await _photo(request, done=done)


@pages.post("/account/photo", permission=Permission.PHOTO_CHANGE)
async def send_photo(request: web.Request) -> web.StreamResponse:
    """Take the file as it comes, up to its cap, and only from who may send one."""
    viewer = viewer_of(request)
    await service.check_may_send_photo(request.app, viewer)
    try:
        sent = await read_photo_form(request)
        await service.set_photo(request.app, viewer, sent.data, sent.alt)
    except (Invalid, TooLarge) as refusal:
        return await _photo(request, refusal.status, problem=refusal.message, fields=refusal.fields)
    raise see_other("/account/photo?sent")


@pages.post("/account/photo/remove", permission=Permission.PHOTO_CHANGE)
async def remove_photo(request: web.Request) -> web.StreamResponse:
    await form_of(request)
    await service.remove_photo(request.app, viewer_of(request))
    raise see_other("/account/photo?removed")


async def _choices(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    viewer = viewer_of(request)
    now = await service.own_choice(viewer)
    offered = [
        [{"name": face, "words": str(words), "src": address(Choice(face, now.colour))} for face, words in group.items()]
        for group in service.offered_to(viewer)
    ]
    colours = [
        {"name": name, "words": str(colour.words), "src": address(Choice(now.face, name))}
        for name, colour in COLOURS.items()
    ]
    return render(
        request, "accounts/avatar.html", status, person=await person(str(viewer.id)), now=now, offered=offered,
        colours=colours, **more,
    )  # fmt: skip


async def _photo(request: web.Request, status: int = 200, **more: Any) -> web.Response:
    viewer = viewer_of(request)
    shown = await service.own_photo(viewer)
    return render(
        request, "accounts/photo.html", status, person=await person(str(viewer.id)), photo=shown,
        longest=service.LONGEST_ALT, **more,
    )  # fmt: skip

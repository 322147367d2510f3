"""Flagging by a form, and one's own flags."""

from typing import Any

from aiohttp import web

from foundation.addresses import client_address
from foundation.errors import Invalid, NotAllowed
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.numbers import whole_number
from foundation.pages import form_of, local_path, render
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.flags import own_service
from moderation.flags.flagged_words import told
from moderation.flags.service import access_to_flag, flag
from moderation.flags.shown_target import shown

pages = Routes()


@pages.get("/flags", permission=Permission.FLAG_MAKE)
async def show_own_flags(request: web.Request) -> web.StreamResponse:
    """What one flagged, and what came of it."""
    viewer = viewer_of(request)
    flags, earlier = await own_service.own_flags(viewer, request.query.get("before"))
    record = await own_service.own_record(viewer)
    flags = await told(request.app, viewer, flags)
    return render(request, "moderation/flags/own.html", flags=flags, earlier=earlier, record=record)


@pages.get("/flags/new", permission=Permission.FLAG_MAKE)
async def flag_form(request: web.Request) -> web.StreamResponse:
    """Choose why a name, a picture or a message is flagged."""
    return await _page(request, request.query.get("type", ""), request.query.get("id", ""), request.query.get("back"))


@pages.post("/flags/new", permission=Permission.FLAG_MAKE)
async def make_flag(request: web.Request) -> web.StreamResponse:
    """Flag it for the moderators."""
    form = await form_of(request)
    type_, id_, back, reason = (form.get(name, "") for name in ("type", "id", "back", "reason"))
    address = client_address(request, request.app[SETTINGS])
    revision = whole_number(form.get("revision", ""))
    try:
        await flag(
            request.app, viewer_of(request), type_, id_, reason, form.get("note", ""), address, revision=revision
        )  # fmt: skip
    except (Invalid, NotAllowed) as refusal:
        return await _page(request, type_, id_, back, refused=refusal, given=form)
    return _rendered(request, None, back, thanks=reason)


async def _page(request: web.Request, type_: str, id_: str, back: str | None, **said: Any) -> web.Response:
    viewer = viewer_of(request)
    target = await shown(await access_to_flag(request.app, viewer, type_, id_))
    return _rendered(request, target, back, before=await own_service.own_flag_on(viewer, type_, id_), **said)


def _rendered(request: web.Request, target: dict[str, Any] | None, back: str | None, **said: Any) -> web.Response:
    status = said["refused"].status if "refused" in said else 200
    return render(request, "moderation/flags/flag.html", status, target=target, back=local_path(back or ""), **said)

"""Joining as a guest: a form with a name."""

from aiohttp import web

from accounts import guest_service
from accounts.sessions.browsers import signed_in_at, whence
from accounts.sessions.service import leave_behind
from foundation.errors import Conflict, Invalid
from foundation.identity import viewer_of
from foundation.pages import form_of, local_path, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/guest", permission=Permission.SESSION_START)
async def ask_for_name(request: web.Request) -> web.StreamResponse:
    return render(request, "accounts/guest.html", name="", back=local_path(request.query.get("back", "")))


@pages.post("/guest", permission=Permission.SESSION_START)
async def join(request: web.Request) -> web.StreamResponse:
    """Join under a name; who is somebody here already stays who they are."""
    form = await form_of(request)
    name, back = form.get("name", ""), local_path(form.get("back", ""))
    if viewer_of(request).signed_in:
        raise see_other(back)
    try:
        signed_in = await guest_service.join_as_guest(request.app, name, *whence(request))
    except (Invalid, Conflict) as refusal:
        return render(
            request, "accounts/guest.html", refusal.status, name=name[:60], back=back,
            problem=refusal.message, fields=refusal.fields,
        )  # fmt: skip
    await leave_behind(request.app, viewer_of(request))
    raise signed_in_at(request, signed_in.token, back)

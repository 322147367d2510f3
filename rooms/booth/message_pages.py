"""Words in a booth by forms: the same verbs as in every room, then back to it."""

from typing import Any
from uuid import UUID

from aiohttp import web

from foundation.client_ids import new_client_id
from foundation.errors import Invalid, Refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.booth.pages import booth_page
from rooms.booth.service import access_shown
from rooms.messages import changes, service
from rooms.messages.drafts import Draft

pages = Routes()
_MESSAGE = "/booths/{id}/messages/{message}"


@pages.post("/booths/{id}/messages", permission=Permission.BOOTH_ENTER)
async def post_message(request: web.Request) -> web.StreamResponse:
    """Say something."""
    form = await form_of(request)
    booth_id, viewer = await _booth(request), viewer_of(request)
    draft = Draft(_client_id(form), form.get("body", ""), reply_to=form.get("reply_to") or None, confirm=True)
    try:
        outcome = await service.post_message(request.app, viewer, booth_id, draft)
    except Refusal as refusal:
        refill = {name: form.get(name, "") for name in ("body", "reply_to")} | {"client_id": draft.client_id}
        return await booth_page(request, draft=refill, refusal=refusal)
    raise see_other(f"/booths/{booth_id}{'?emergency' if outcome.notice == 'emergency' else ''}#m-{outcome.id}")


@pages.get(_MESSAGE + "/edit", permission=Permission.BOOTH_ENTER)
async def edit_form(request: web.Request) -> web.StreamResponse:
    """One's own words, to change them."""
    booth_id = await _booth(request)
    message = await changes.access_own_to_edit(viewer_of(request), booth_id, request.match_info["message"])
    return _edit_page(request, message["body"])


@pages.post(_MESSAGE + "/edit", permission=Permission.BOOTH_ENTER)
async def edit_message(request: web.Request) -> web.StreamResponse:
    """Change one's own words."""
    form = await form_of(request)
    booth_id, message, body = await _booth(request), request.match_info["message"], form.get("body", "")
    try:
        await changes.edit_message(request.app, viewer_of(request), booth_id, message, body, confirm=True)
    except Invalid as refusal:
        return _edit_page(request, body, problem=refusal.message)
    raise see_other(f"/booths/{booth_id}#m-{message}")


@pages.post(_MESSAGE + "/withdraw", permission=Permission.BOOTH_ENTER)
async def withdraw_message(request: web.Request) -> web.StreamResponse:
    """Take one's own words back."""
    await form_of(request)
    booth_id, message = await _booth(request), request.match_info["message"]
    await changes.withdraw_message(request.app, viewer_of(request), booth_id, message)
    raise see_other(f"/booths/{booth_id}#m-{message}")


async def _booth(request: web.Request) -> str:
    """Its id, for one of its parties: a surgery's words have forms of their own."""
    standing, _booth = await access_shown(viewer_of(request), request.match_info["id"])
    return standing.room_id


def _edit_page(request: web.Request, body: str, **said: Any) -> web.Response:
    status = 422 if said.get("problem") else 200
    path = f"/booths/{request.match_info['id']}"
    return render(
        request, "rooms/booth/edit.html", status=status, path_of_booth=path,
        message_id=request.match_info["message"], body=body, **said,
    )  # fmt: skip


def _client_id(form: dict[str, str]) -> str:
    try:
        return str(UUID(form.get("client_id", "")))
    except ValueError:
        return new_client_id()

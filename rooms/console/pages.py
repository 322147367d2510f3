"""The console by forms, then back to the room."""

from aiohttp import web

from foundation.client_ids import client_id_of, new_client_id
from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.language import _
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.console import notes_service, pins_service, relay_service
from rooms.messages.drafts import Draft
from rooms.models import MessageKind, RelayedFrom
from rooms.surgeries.service import access_surgery

pages = Routes()
_ROOM = "/surgeries/{id}"


@pages.post(_ROOM + "/staff-notes", permission=Permission.CONSOLE_USE)
async def send_staff_note(request: web.Request) -> web.StreamResponse:
    """Say something to the room's staff."""
    form = await form_of(request)
    room_id = request.match_info["id"]
    await notes_service.send_note(request.app, viewer_of(request), room_id, client_id_of(form), form.get("body", ""))
    raise see_other(f"/surgeries/{room_id}#talk")


@pages.post(_ROOM + "/relayed", permission=Permission.CONSOLE_USE)
async def relay_message(request: web.Request) -> web.StreamResponse:
    """Enter what somebody said elsewhere; what screening would ask first is asked on a page of its own."""
    form = await form_of(request)
    room_id = request.match_info["id"]
    if form.get("source") not in set(RelayedFrom):
        return await _relay_page(request, form, problem=_("Choose where it was said."))
    kind = MessageKind.QUESTION if form.get("kind") == "question" else MessageKind.MESSAGE
    draft = Draft(client_id_of(form), form.get("body", ""), kind, confirm=form.get("confirm") == "true")
    source = RelayedFrom(form["source"])
    try:
        outcome = await relay_service.relay(request.app, viewer_of(request), room_id, draft, source)
    except Invalid as refusal:
        return await _relay_page(request, form, problem=refusal.message)
    if outcome.status == "warned":
        return await _relay_page(request, form, warned=outcome.reason)
    raise see_other(f"/surgeries/{room_id}#{'m' if outcome.status == 'published' else 'held'}-{outcome.id}")


@pages.post(_ROOM + "/pin", permission=Permission.CONSOLE_USE)
async def pin_notice(request: web.Request) -> web.StreamResponse:
    """Put a notice on top of the room."""
    form = await form_of(request)
    await pins_service.pin_notice(request.app, viewer_of(request), request.match_info["id"], form.get("text", ""))
    raise _back(request)


@pages.post(_ROOM + "/pins/{pin}/remove", permission=Permission.CONSOLE_USE)
async def unpin_notice(request: web.Request) -> web.StreamResponse:
    """Take it off."""
    await form_of(request)
    room_id, pin_id = request.match_info["id"], request.match_info["pin"]
    await pins_service.unpin_notice(request.app, viewer_of(request), room_id, pin_id)
    raise _back(request)


@pages.post(_ROOM + "/moments", permission=Permission.CONSOLE_USE)
async def mark_moment(request: web.Request) -> web.StreamResponse:
    """Mark this place of the log."""
    form = await form_of(request)
    await pins_service.mark_moment(request.app, viewer_of(request), request.match_info["id"], form.get("label", ""))
    raise _back(request)


@pages.post(_ROOM + "/moments/{moment}/withdraw", permission=Permission.CONSOLE_USE)
async def withdraw_moment(request: web.Request) -> web.StreamResponse:
    """Take the mark back."""
    await form_of(request)
    room_id, moment_id = request.match_info["id"], request.match_info["moment"]
    await pins_service.withdraw_moment(request.app, viewer_of(request), room_id, moment_id)
    raise _back(request)


async def _relay_page(
    request: web.Request, form: dict[str, str], *, problem: str | None = None, warned: str | None = None
) -> web.Response:
    surgery = await access_surgery(request.match_info["id"])
    form = form | {"client_id": form.get("client_id") or new_client_id()}
    return render(
        request, "rooms/console/relay_again.html", status=422 if problem else 200, surgery=surgery, form=form,
        problem=problem, warned=warned,
    )  # fmt: skip


def _back(request: web.Request) -> web.HTTPSeeOther:
    return see_other(f"/surgeries/{request.match_info['id']}#staff")

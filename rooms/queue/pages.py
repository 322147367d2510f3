"""The queue by forms: the same verbs as live. A page of its own shows one's place to who has no scripts."""

from typing import Any

from aiohttp import web

from foundation.errors import Invalid, Refusal
from foundation.identity import viewer_of
from foundation.language import _
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.booth.whisper_service import whisper
from rooms.queue import calling_service, service
from rooms.surgeries.service import access_surgery

pages = Routes()
_QUEUE = "/surgeries/{id}/queue"


@pages.get(_QUEUE, permission=Permission.SURGERY_READ)
async def show_queue(request: web.Request) -> web.StreamResponse:
    """One's place in the line, and what one can do about it."""
    return await _page(request)


@pages.get(_QUEUE + "/panel", permission=Permission.SURGERY_READ)
async def show_panel(request: web.Request) -> web.StreamResponse:
    """What the room's page shows of its queue, to be put in the place of what it showed before."""
    return await _page(request, template="rooms/queue/body.html")


@pages.post(_QUEUE, permission=Permission.QUEUE_JOIN)
async def take_ticket(request: web.Request) -> web.StreamResponse:
    """Ask for a word alone."""
    form = await form_of(request)
    call_back, quiet = form.get("call_back") == "yes", form.get("quiet") == "yes"
    room_id, about, age = request.match_info["id"], form.get("about", ""), form.get("age")
    try:
        taken = await service.take_ticket(
            request.app, viewer_of(request), room_id, about, call_back=call_back, quiet=quiet, age=age
        )
    except Invalid as refusal:
        return await _page(request, refusal=refusal, about=about, call_back=call_back, quiet=quiet)
    raise see_other(f"/surgeries/{room_id}/queue{'?emergency' if 'notice' in taken else ''}")


@pages.post(_QUEUE + "/leave", permission=Permission.QUEUE_JOIN)
async def leave_queue(request: web.Request) -> web.StreamResponse:
    """Give one's place up."""
    await form_of(request)
    await service.leave_queue(request.app, viewer_of(request), request.match_info["id"])
    raise see_other(f"/surgeries/{request.match_info['id']}#queue")


@pages.post(_QUEUE + "/call-back", permission=Permission.QUEUE_JOIN)
async def set_call_back(request: web.Request) -> web.StreamResponse:
    """Leave the page, and be called; or stay."""
    form = await form_of(request)
    room_id, call_back, quiet = request.match_info["id"], form.get("call_back") == "yes", form.get("quiet") == "yes"
    await service.set_call_back(request.app, viewer_of(request), room_id, call_back, quiet)
    raise see_other(f"/surgeries/{room_id}/queue")


@pages.post(_QUEUE + "/answer", permission=Permission.QUEUE_JOIN)
async def answer_call(request: web.Request) -> web.StreamResponse:
    """Come when called."""
    await form_of(request)
    booth = await service.answer_call(request.app, viewer_of(request), request.match_info["id"])
    raise see_other(f"/booths/{booth}")


@pages.post(_QUEUE + "/call", permission=Permission.QUEUE_SERVE)
async def call(request: web.Request) -> web.StreamResponse:
    """Call the next, or a particular one."""
    form = await form_of(request)
    room_id = request.match_info["id"]
    await calling_service.call(request.app, viewer_of(request), room_id, form.get("id") or None)
    raise see_other(f"/surgeries/{room_id}#queue")


@pages.post(_QUEUE + "/put-back", permission=Permission.QUEUE_SERVE)
async def put_back(request: web.Request) -> web.StreamResponse:
    """Take a call back."""
    form = await form_of(request)
    room_id = request.match_info["id"]
    await calling_service.put_back(request.app, viewer_of(request), room_id, form.get("id", ""))
    raise see_other(f"/surgeries/{room_id}#queue")


@pages.post("/surgeries/{id}/whisper", permission=Permission.QUEUE_JOIN)
async def begin_whisper(request: web.Request) -> web.StreamResponse:
    """Write to the officers without being shown as present."""
    form = await form_of(request)
    try:
        booth = await whisper(request.app, viewer_of(request), request.match_info["id"], form.get("age"))
    except Invalid as refusal:
        return await _page(request, refusal=refusal)
    raise see_other(f"/booths/{booth}")


async def _page(
    request: web.Request, *, template: str = "rooms/queue/page.html", refusal: Refusal | None = None, **draft: Any
) -> web.Response:
    standing, part = await service.look_at_queue(request.app, viewer_of(request), request.match_info["id"])
    return render(
        request,
        template,
        status=refusal.status if refusal else 200,
        surgery=await access_surgery(standing.room_id),
        may={"host": standing.is_host},
        fields=refusal.fields if refusal else None,
        draft=draft,
        emergency="emergency" in request.query,
        title=_("Your place"),
        **part,
    )

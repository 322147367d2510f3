"""Holding a room by forms: its mode, and the people in it."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.language import _
from foundation.pages import form_of, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.decisions.why import Why
from moderation.modes import Mode
from rooms.hosting import keeping_out_service, mode_service, readmitting_service

pages = Routes()
_PERSON = "/surgeries/{id}/people/{person}"


@pages.post("/surgeries/{id}/mode", permission=Permission.ROOM_MODERATE)
async def set_mode(request: web.Request) -> web.StreamResponse:
    """Set who may write."""
    form = await form_of(request)
    if form.get("mode") not in set(Mode):
        raise Invalid(_("Choose one of the modes."))
    await mode_service.set_mode(
        request.app, viewer_of(request), request.match_info["id"], Mode(form["mode"]), _seconds(form)
    )  # fmt: skip
    raise _back(request)


@pages.post(_PERSON + "/silence", permission=Permission.ROOM_MODERATE)
async def silence_person(request: web.Request) -> web.StreamResponse:
    """Let somebody read, but not write, for a time."""
    return await _keep_out(request, keeping_out_service.silence_person)


@pages.post(_PERSON + "/remove", permission=Permission.ROOM_MODERATE)
async def remove_person(request: web.Request) -> web.StreamResponse:
    """Put somebody out of the room."""
    return await _keep_out(request, keeping_out_service.remove_person)


@pages.post(_PERSON + "/readmit", permission=Permission.ROOM_MODERATE)
async def readmit_person(request: web.Request) -> web.StreamResponse:
    """Let somebody back."""
    await form_of(request)
    room_id, person_id = request.match_info["id"], request.match_info["person"]
    await readmitting_service.readmit_person(request.app, viewer_of(request), room_id, person_id)
    raise _back(request)


async def _keep_out(request: web.Request, verb: Callable[..., Awaitable[str]]) -> web.StreamResponse:
    form = await form_of(request)
    room_id, person_id = request.match_info["id"], request.match_info["person"]
    why = Why(form.get("reason", "")[:1000], form.get("clause", ""), _seconds(form))
    await verb(request.app, viewer_of(request), room_id, person_id, why)
    raise _back(request)


def _seconds(form: dict[str, str]) -> int | None:
    given = form.get("seconds", "").strip()
    if not given:
        return None
    if not given.isdecimal() or len(given) > 9:
        raise Invalid(_("Give a whole number of seconds."))
    return int(given)


def _back(request: web.Request) -> web.HTTPSeeOther:
    return see_other(f"/surgeries/{request.match_info['id']}#staff")

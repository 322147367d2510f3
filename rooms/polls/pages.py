"""Polls by forms, then back to the room."""

from aiohttp import web

from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.language import _
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.polls import service
from rooms.polls.drafts import MOST, PollDraft
from rooms.surgeries.service import access_surgery

pages = Routes()
_POLL = "/surgeries/{id}/polls/{poll}"


@pages.post("/surgeries/{id}/polls", permission=Permission.POLL_RUN)
async def open_poll(request: web.Request) -> web.StreamResponse:
    """Ask the room something."""
    form = await form_of(request)
    options = [form.get(f"option_{place}", "") for place in range(1, MOST + 1)]
    room_id = request.match_info["id"]
    try:
        await service.open_poll(request.app, viewer_of(request), room_id, PollDraft(form.get("question", ""), options))
    except Invalid as refusal:
        surgery = await access_surgery(room_id)
        return render(
            request, "rooms/polls/open.html", status=422, surgery=surgery, fields=refusal.fields,
            form={"question": form.get("question", ""), "options": options},
        )  # fmt: skip
    raise _back(request)


@pages.post(_POLL + "/vote", permission=Permission.POLL_VOTE)
async def vote(request: web.Request) -> web.StreamResponse:
    """Pick an option."""
    option = (await form_of(request)).get("option", "")
    if not option.isdecimal() or len(option) > 2:
        raise Invalid(_("Choose one of the options."))
    room_id, poll_id = _ids(request)
    await service.vote(request.app, viewer_of(request), room_id, poll_id, int(option))
    raise _back(request)


@pages.post(_POLL + "/close", permission=Permission.POLL_RUN)
async def close_poll(request: web.Request) -> web.StreamResponse:
    """End a poll."""
    await form_of(request)
    await service.close_poll(request.app, viewer_of(request), *_ids(request))
    raise _back(request)


@pages.post(_POLL + "/withdraw", permission=Permission.POLL_RUN)
async def withdraw_poll(request: web.Request) -> web.StreamResponse:
    """Take a poll back."""
    await form_of(request)
    await service.withdraw_poll(request.app, viewer_of(request), *_ids(request))
    raise _back(request)


def _ids(request: web.Request) -> tuple[str, str]:
    return request.match_info["id"], request.match_info["poll"]


def _back(request: web.Request) -> web.HTTPSeeOther:
    return see_other(f"/surgeries/{request.match_info['id']}#polls")

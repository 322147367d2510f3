"""The pulse by a form, and its figures for staff."""

from aiohttp import web

from foundation.errors import Closed, Conflict, Invalid
from foundation.identity import viewer_of
from foundation.language import _
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from rooms.pulse import service
from rooms.pulse.figures import FEWEST
from rooms.pulse.moments import Moment
from rooms.surgeries.cards import card
from rooms.surgeries.service import access_surgery

pages = Routes()


@pages.post("/surgeries/{id}/pulse", permission=Permission.PULSE_ANSWER)
async def answer_pulse(request: web.Request) -> web.StreamResponse:
    """Answer one question, both or none, and go back to the room."""
    form = await form_of(request)
    room_id = request.match_info["id"]
    if form.get("moment") not in set(Moment):
        raise Invalid(_("Go back to the room and answer there."))
    given = {name: None if "skip" in form else _step(form.get(name, "")) for name in ("listened", "trust")}
    try:
        await service.answer_pulse(request.app, viewer_of(request), room_id, Moment(form["moment"]), **given)
    except (Closed, Conflict):  # too late, or twice: nobody is bothered with it
        raise see_other(f"/surgeries/{room_id}") from None
    raise see_other(f"/surgeries/{room_id}?pulse=thanks#pulse")


@pages.get("/surgeries/{id}/pulse", permission=Permission.CONSOLE_USE)
async def show_figures(request: web.Request) -> web.StreamResponse:
    """What people answered, for the room's staff."""
    room_id = request.match_info["id"]
    shown = await service.pulse_figures(viewer_of(request), room_id)
    surgery = await card(await access_surgery(room_id))
    return render(request, "rooms/pulse/figures.html", surgery=surgery, moments=shown, fewest=FEWEST)


def _step(text: str) -> int | None:
    if not text:
        return None
    if text not in {"1", "2", "3", "4", "5"}:
        raise Invalid(_("Choose a number from 1 to 5, or leave the question out."))
    return int(text)

"""The staff’s page about letters: a table of addresses in, letters to print out, and codes that count no more."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from foundation.addresses import own_origin
from foundation.errors import Conflict, Invalid, NotFound, Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.qr import qr_picture
from foundation.routes import Routes
from foundation.uploads import SentForm, read_file_form
from priorities.ballots.letters import printing_service, voiding_service
from priorities.ballots.letters.addresses import LONGEST, read_addresses, too_large
from priorities.ballots.letters.page_service import letters_page
from priorities.ballots.letters.words import letter_words
from priorities.ballots.roll import neighbour_of

pages = Routes()
_LONGEST = 160


@pages.get("/rounds/{id}/letters", permission=Permission.SLIP_KEEP)
async def show_letters(request: web.Request) -> web.StreamResponse:
    return await _page(request)


@pages.post("/rounds/{id}/letters/print", permission=Permission.SLIP_KEEP)
async def print_letters(request: web.Request) -> web.StreamResponse:
    """Answered with the letters themselves: their codes are shown this once, and kept by no browser."""
    viewer, round_id = viewer_of(request), request.match_info["id"]
    # Before a byte of the addresses is read.
    await letters_page(viewer, round_id)
    sent = await read_file_form(request, "file", forgiving=True)
    if sent.stale:
        return await _page(request, sent.stale, sent.fields)
    try:
        good, bad = read_addresses(_table(sent))
        same_name = "same_name" in sent.fields
        made = await printing_service.print_letters(request.app, viewer, round_id, good, same_name=same_name)
    except Invalid as refusal:
        return await _page(request, refusal, sent.fields)
    shown = await letters_page(viewer, round_id)
    settings = request.app[SETTINGS]
    address = f"{own_origin(request, settings)}/rounds/{round_id}/vote"
    response = render(
        request, "priorities/letters/paper.html", 201, letters=made.letters, address=address,
        refused=sorted([*bad, *made.refused], key=lambda each: each.line), qr=qr_picture(address, scale=3, quiet=2),
        words=letter_words(made.round, shown["place"], address, settings.time_zone), **shown,
    )  # fmt: skip
    response.headers["Cache-Control"] = "no-store"
    return response


@pages.post("/rounds/{id}/letters/void", permission=Permission.SLIP_KEEP)
async def void_letter(request: web.Request) -> web.StreamResponse:
    """By its code, or by whom it was for."""
    form, viewer, round_id = await form_of(request), viewer_of(request), request.match_info["id"]
    try:
        if "code" in form:
            await voiding_service.void_code(request.app, viewer, round_id, form["code"][:_LONGEST])
        else:
            neighbour = neighbour_of(*(form.get(name, "")[:_LONGEST] for name in ("name", "house", "postcode")))
            await voiding_service.void_letter_to(request.app, viewer, round_id, neighbour)
    except (Invalid, NotFound, Conflict) as refusal:
        return await _page(request, refusal, form)
    raise see_other(f"/rounds/{round_id}/letters?void")


def _table(sent: SentForm) -> str:
    """The file, as spreadsheets save one, or what was pasted."""
    if sent.refusal:
        raise too_large()
    if not sent.data:
        return sent.fields.get("addresses", "")
    data = sent.data[: LONGEST + 1]
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


async def _page(
    request: web.Request, refusal: Refusal | None = None, form: Mapping[str, str] | None = None
) -> web.Response:
    shown: dict[str, Any] = await letters_page(viewer_of(request), request.match_info["id"])
    return render(
        request, "priorities/letters/letters.html", **of_refusal(refusal), form=form or {},
        voided="void" in request.query, **shown,
    )  # fmt: skip

"""The administrators' pages of sealed cases. A term that was typed is in no answer, not even in one that refuses it."""

from typing import Any

from aiohttp import web

from foundation.errors import Conflict, Invalid, NotAllowed, ProofNeeded, Refusal, Unavailable
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.sealed import cases_service, clearance_service, listing_service

pages = Routes()
_CASE = "/moderation/cases/{id}"
_SHOWN_AGAIN = (Invalid, Conflict, NotAllowed, Unavailable)


@pages.get("/moderation/cases", permission=Permission.CASE_SEAL)
async def show_cases(request: web.Request) -> web.StreamResponse:
    """The force's cases, and the form that opens one."""
    return await _cases(request)


@pages.post("/moderation/cases", permission=Permission.CASE_SEAL)
async def open_case(request: web.Request) -> web.StreamResponse:
    """Seal a case."""
    form = await form_of(request)
    label, ends_on, terms = (form.get(name, "") for name in ("label", "ends_on", "terms"))
    try:
        case = await cases_service.open_case(request.app, viewer_of(request), label, ends_on, terms)
    except _SHOWN_AGAIN as refusal:
        return await _cases(request, _told(refusal), label=label[:100], ends_on=ends_on[:20])
    raise see_other(f"/moderation/cases/{case}?done=opened")


@pages.get(_CASE, permission=Permission.CASE_SEAL)
async def show_case(request: web.Request) -> web.StreamResponse:
    """One case: how many terms it has, who is cleared for it."""
    return await _case(request)


@pages.post(_CASE + "/terms", permission=Permission.CASE_SEAL)
async def add_terms(request: web.Request) -> web.StreamResponse:
    """Seal more terms."""
    terms, case = (await form_of(request)).get("terms", ""), request.match_info["id"]
    try:
        await cases_service.add_terms(request.app, viewer_of(request), case, terms)
    except _SHOWN_AGAIN as refusal:
        return await _case(request, _told(refusal))
    raise see_other(f"/moderation/cases/{case}?done=added")


@pages.post(_CASE + "/end", permission=Permission.CASE_SEAL)
async def end_case(request: web.Request) -> web.StreamResponse:
    """End a case before its date."""
    await form_of(request)
    case = request.match_info["id"]
    try:
        await cases_service.end_case(request.app, viewer_of(request), case)
    except Conflict as refusal:
        return await _case(request, refusal)
    raise see_other(f"/moderation/cases/{case}?done=ended")


@pages.post(_CASE + "/cleared", permission=Permission.CASE_SEAL)
async def clear(request: web.Request) -> web.StreamResponse:
    """Let a moderator read what the case holds."""
    person, case = (await form_of(request)).get("person", ""), request.match_info["id"]
    try:
        await clearance_service.clear(viewer_of(request), case, person)
    except _SHOWN_AGAIN as refusal:
        return await _case(request, _told(refusal))
    raise see_other(f"/moderation/cases/{case}?done=cleared#cleared")


@pages.post(_CASE + "/cleared/{person}/end", permission=Permission.CASE_SEAL)
async def end_clearance(request: web.Request) -> web.StreamResponse:
    """End that."""
    await form_of(request)
    case = request.match_info["id"]
    await clearance_service.end_clearance(viewer_of(request), case, request.match_info["person"])
    raise see_other(f"/moderation/cases/{case}?done=uncleared#cleared")


def _told(refusal: Refusal) -> Refusal:
    """A refusal that the page itself says; to prove that it is them, people are led away first."""
    if isinstance(refusal, ProofNeeded):
        raise refusal
    return refusal


async def _cases(request: web.Request, refusal: Refusal | None = None, **typed: Any) -> web.Response:
    shown = await listing_service.cases_page(request.app, viewer_of(request))
    return render(request, "moderation/sealed/cases.html", _status(refusal), **shown, **_problem(refusal), **typed)


async def _case(request: web.Request, refusal: Refusal | None = None) -> web.Response:
    viewer = viewer_of(request)
    shown = await listing_service.case_page(request.app, viewer, request.match_info["id"])
    people = await clearance_service.people_to_clear(viewer)
    done = request.query.get("done", "")
    return render(
        request, "moderation/sealed/case.html", _status(refusal), **shown, **_problem(refusal), people=people, done=done
    )


def _status(refusal: Refusal | None) -> int:
    return refusal.status if refusal else 200


def _problem(refusal: Refusal | None) -> dict[str, Any]:
    if refusal is None:
        return {}
    return {"fields": refusal.fields} if refusal.fields else {"problem": refusal.message}

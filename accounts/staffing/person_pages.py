"""One person on the staff, and what an administrator can do about them: each act on a page of its own."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from accounts.above import surgeries_of
from accounts.factors.proof import check_proved
from accounts.staffing import enrolment_service, holders_service, service
from accounts.staffing.forms import CHANGE, MOVE, lines_of, staff_change, values_of
from foundation.addresses import origin_for_mail
from foundation.errors import Conflict, Invalid, NotFound, Refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.language import _
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@dataclass(frozen=True)
class _Asked:
    """An act that was posted: on whom, with which fields."""

    request: web.Request
    person: str
    values: dict[str, str]

    @property
    def origin(self) -> str:
        return origin_for_mail(self.request, self.request.app[SETTINGS])


async def _suspend(asked: _Asked) -> None:
    await service.suspend(asked.request.app, viewer_of(asked.request), asked.person, asked.values["reason"])


async def _readmit(asked: _Asked) -> None:
    await service.readmit(asked.request.app, viewer_of(asked.request), asked.person, asked.values["reason"])


async def _end(asked: _Asked) -> str:
    await service.end_service(asked.request.app, viewer_of(asked.request), asked.person, asked.values["reason"])
    return "/admin/people?done=end"


async def _link(asked: _Asked) -> None:
    viewer = viewer_of(asked.request)
    await service.send_link(viewer, asked.person, asked.values["reason"], asked.origin)


async def _move(asked: _Asked) -> None:
    scope, reason = asked.values["scope"], asked.values["reason"]
    places = lines_of(asked.values["neighbourhoods"])
    await service.move(asked.request.app, viewer_of(asked.request), asked.person, reason, scope, places)


async def _change(asked: _Asked) -> str:
    viewer, change = viewer_of(asked.request), staff_change(asked.values)
    id_ = await enrolment_service.ask_for_change(viewer, asked.person, change, asked.origin)
    return f"/admin/enrolments/{id_}?done=enrol"


_Act = Callable[[_Asked], Awaitable[str | None]]
_ACTS: dict[str, tuple[_Act, tuple[str, ...]]] = {
    "suspend": (_suspend, ("reason",)),
    "readmit": (_readmit, ("reason",)),
    "end": (_end, ("reason",)),
    "link": (_link, ("reason",)),
    "move": (_move, MOVE),
    "change": (_change, CHANGE),
}
"""Each act by the last part of its path, with the fields that its form posts. It gives where to go on, or None."""


@pages.get("/admin/people/{id}", permission=Permission.STAFF_READ)
async def show_person(request: web.Request) -> web.StreamResponse:
    """What one person holds, and what was done to them."""
    viewer, person = viewer_of(request), request.match_info["id"]
    return render(
        request,
        "accounts/staff/person.html",
        holder=await holders_service.holder(viewer, person),
        history=await holders_service.history_of(viewer, person),
        waiting=await holders_service.waiting_about(viewer, person),
        surgeries=await surgeries_of(request.app, person),
        done=request.query.get("done", ""),
    )


@pages.get("/admin/people/{id}/{act}", permission=Permission.STAFF_CHANGE)
async def ask_to_act(request: web.Request) -> web.StreamResponse:
    """What an act does, before it is done."""
    check_proved(viewer_of(request))
    return await _form(request)


@pages.post("/admin/people/{id}/{act}", permission=Permission.STAFF_CHANGE)
async def act_on_person(request: web.Request) -> web.StreamResponse:
    """Do it."""
    form = await form_of(request)
    act = request.match_info["act"]
    do, fields = _act(act)
    asked = _Asked(request, request.match_info["id"], values_of(form, fields))
    try:
        following = await do(asked)
    except (Invalid, Conflict) as refusal:
        return await _form(request, refusal, asked.values)
    raise see_other(following or f"/admin/people/{asked.person}?done={act}")


def _act(name: str) -> tuple[_Act, tuple[str, ...]]:
    if name not in _ACTS:
        raise NotFound(_("There is nothing at this address. Check it, or start again from the front page."))
    return _ACTS[name]


async def _form(
    request: web.Request, refusal: Refusal | None = None, values: dict[str, str] | None = None
) -> web.Response:
    act = request.match_info["act"]
    _act(act)
    viewer = viewer_of(request)
    holder = await holders_service.holder_to_change(viewer, request.match_info["id"], act)
    as_it_is: dict[str, Any] = {
        "name": holder.person["name"], "email": holder.email, "rank": holder.rank, "number": holder.number,
        "organisation": holder.organisation, "partner_post": holder.partner_post,
        "scope": holder.scope, "neighbourhoods": "\n".join(place.shown_name for place in holder.places),
    }  # fmt: skip
    return render(
        request,
        "accounts/staff/act.html",
        refusal.status if refusal else 200,
        act=act,
        holder=holder,
        values=values or as_it_is,
        surgeries=await surgeries_of(request.app, holder.person["id"]),
        whole_force=viewer.whole_force,
        problem=refusal.message if refusal else None,
        fields=refusal.fields if refusal else None,
    )

"""The page on which its staff keep a round: its dates, how its vote goes, and cancelling it."""

from dataclasses import asdict
from typing import Any

from aiohttp import web

from foundation.errors import Conflict, FieldError, Invalid, Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.rounds import keeping_service
from priorities.rounds.forms import dates_in, form_of_dates, form_of_settings, settings_in, settings_of, vote_choices
from priorities.rounds.kept_service import kept_round
from priorities.rounds.moved_dates import movable
from priorities.rounds.plans import DATES

pages = Routes()
JSON = dict[str, Any]
_PATH = "/rounds/{id}/manage"


@pages.get(_PATH, permission=Permission.ROUND_KEEP)
async def show_round(request: web.Request) -> web.StreamResponse:
    """Everything that can still be changed."""
    return await _page(request)


@pages.post(_PATH + "/dates", permission=Permission.ROUND_KEEP)
async def move_dates(request: web.Request) -> web.StreamResponse:
    """Move dates that are still to come; with `later`, what follows as well."""
    form, round_id, viewer = await form_of(request), request.match_info["id"], viewer_of(request)
    try:
        # Those too that have come meanwhile: that they can’t be moved any more is said.
        dates = dates_in(form, request.app[SETTINGS].time_zone, tuple(name for name in DATES if name in form))
        moved = await keeping_service.move_dates(
            request.app, viewer, round_id, dates, form.get("reason", ""), later="later" in form
        )
    except (Invalid, Conflict) as refusal:
        return await _page(request, form, refusal)
    raise see_other(f"/rounds/{round_id}/manage?done={'moved' if moved else 'same'}")


@pages.post(_PATH + "/vote", permission=Permission.ROUND_KEEP)
async def change_round(request: web.Request) -> web.StreamResponse:
    """Change what it is called and how its vote goes."""
    form, round_id = await form_of(request), request.match_info["id"]
    try:
        words = {"title": form.get("title", ""), "about": form.get("about", "")}
        asked = words | asdict(settings_in(form))
        await keeping_service.change_round(request.app, viewer_of(request), round_id, asked)
    except (Invalid, Conflict) as refusal:
        return await _page(request, form, refusal)
    raise see_other(f"/rounds/{round_id}/manage?done=changed")


@pages.post(_PATH + "/cancel", permission=Permission.ROUND_KEEP)
async def cancel_round(request: web.Request) -> web.StreamResponse:
    """End it before its vote has closed."""
    form, round_id = await form_of(request), request.match_info["id"]
    try:
        await keeping_service.cancel_round(request.app, viewer_of(request), round_id, form.get("why", ""))
    except (Invalid, Conflict) as refusal:
        # The form has two reasons.
        refusal.fields = [FieldError("why", wrong.message) for wrong in refusal.fields]
        return await _page(request, form, refusal)
    raise see_other(f"/rounds/{round_id}")


async def _page(
    request: web.Request, form: dict[str, str] | None = None, refusal: Refusal | None = None
) -> web.Response:
    """What was typed comes back with what is wrong, over what is so now."""
    page = await kept_round(viewer_of(request), request.match_info["id"])
    row, zone = page["round"], request.app[SETTINGS].time_zone
    now = form_of_dates(row, zone) | {"title": row["title"], "about": row["about"]}
    ticked = form_of_settings(settings_of(row))
    # A box that was not ticked is not in a form at all.
    shown = now | ticked if form is None or "method" not in form else now
    return render(
        request, "priorities/rounds/manage.html", **of_refusal(refusal), form=shown | (form or {}),
        movable=movable(row), done=request.query.get("done", ""), **vote_choices(), **page,
    )  # fmt: skip

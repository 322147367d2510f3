"""The page of a priority, and the forms by which its team keeps it."""

from typing import Any

from aiohttp import web

from foundation import clock
from foundation.client_ids import client_id_of
from foundation.errors import Refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.acting import actions_service, following_service, keeping_service, page_service
from priorities.acting.drafts import MOST_FIGURES, day_in, draft_of

pages = Routes()
JSON = dict[str, Any]


@pages.get("/priorities/{id}", permission=Permission.PRIORITY_READ)
async def show_priority(request: web.Request) -> web.StreamResponse:
    """Who answers for it, what they promise, and what was done, the latest first."""
    page = await page_service.priority_page(request.app, viewer_of(request), request.match_info["id"])
    return render(request, "priorities/acting/priority.html", **page)


@pages.post("/priorities/{id}/follow", permission=Permission.PRIORITY_FOLLOW)
async def follow(request: web.Request) -> web.StreamResponse:
    """Follow it, or (`how` is `end`) no more."""
    form = await form_of(request)
    viewer, priority = viewer_of(request), request.match_info["id"]
    end = form.get("how") == "end"
    await (following_service.unfollow_priority if end else following_service.follow_priority)(viewer, priority)
    raise see_other(f"/priorities/{priority}#follow")


@pages.get("/priorities/{id}/keep", permission=Permission.PRIORITY_KEEP)
async def show_keeping(request: web.Request) -> web.StreamResponse:
    """Who answers for it, the promise, and the day of the next update, to be changed."""
    return await _keep_page(request, {})


@pages.post("/priorities/{id}/keep", permission=Permission.PRIORITY_KEEP)
async def keep(request: web.Request) -> web.StreamResponse:
    """Keep the change."""
    form = await form_of(request)
    priority = request.match_info["id"]
    try:
        await keeping_service.keep_priority(request.app, viewer_of(request), priority, _keeping_in(form))
    except Refusal as refusal:
        return await _keep_page(request, form, refusal)
    raise see_other(f"/priorities/{priority}")


@pages.get("/priorities/{id}/actions/new", permission=Permission.ACTION_WRITE)
async def show_new_action(request: web.Request) -> web.StreamResponse:
    """The form to say what was done."""
    return await _action_form(request, {})


@pages.post("/priorities/{id}/actions/new", permission=Permission.ACTION_WRITE)
async def post_action(request: web.Request) -> web.StreamResponse:
    """Say it."""
    form = await form_of(request)
    priority = request.match_info["id"]
    try:
        draft = draft_of(form, request.app[SETTINGS].time_zone)
        action = await actions_service.post_action(request.app, viewer_of(request), priority, draft)
    except Refusal as refusal:
        return await _action_form(request, form, refusal)
    raise see_other(_address(priority, action))


@pages.get("/actions/{id}", permission=Permission.PRIORITY_READ)
async def show_action(request: web.Request) -> web.StreamResponse:
    """One action by itself: where staff see one that is not shown."""
    page = await page_service.action_page(viewer_of(request), request.match_info["id"])
    return render(request, "priorities/acting/action_page.html", **page)


@pages.get("/actions/{id}/edit", permission=Permission.ACTION_WRITE)
async def show_edit(request: web.Request) -> web.StreamResponse:
    """One’s own words, to be changed."""
    page = await page_service.action_page(viewer_of(request), request.match_info["id"])
    return _edit_form(request, page, _as_form(page["action"]))


@pages.post("/actions/{id}/edit", permission=Permission.ACTION_WRITE)
async def edit_action(request: web.Request) -> web.StreamResponse:
    """Keep the change."""
    form = await form_of(request)
    action = request.match_info["id"]
    page = await page_service.action_page(viewer_of(request), action)
    try:
        draft = draft_of(form, request.app[SETTINGS].time_zone)
        changed = await actions_service.edit_action(request.app, viewer_of(request), action, draft)
    except Refusal as refusal:
        page = await page_service.action_page(viewer_of(request), action)
        return _edit_form(request, page, form | {"version": str(page["action"]["version"])}, refusal)
    raise see_other(_address(changed["priority_id"], changed))


@pages.post("/actions/{id}/withdraw", permission=Permission.ACTION_WRITE)
async def withdraw_action(request: web.Request) -> web.StreamResponse:
    """Take it back."""
    form = await form_of(request)
    reason = form.get("reason", "")[:300]
    action = request.match_info["id"]
    raise see_other(
        f"/priorities/{await actions_service.withdraw_action(request.app, viewer_of(request), action, reason)}"
    )


def _address(priority: str, action: JSON) -> str:
    return f"/actions/{action['id']}" if action["state"] == "held" else f"/priorities/{priority}#action-{action['id']}"


def _keeping_in(form: dict[str, str]) -> keeping_service.Keeping:
    version = form.get("version", "")
    return keeping_service.Keeping(
        form.get("owner_role", ""),
        form.get("owner_rank", ""),
        form.get("owner", ""),
        form.get("promise", ""),
        day_in(form.get("next_update_on", ""), "next_update_on"),
        int(version) if version.isdecimal() else 0,
    )


async def _keep_page(request: web.Request, form: dict[str, str], refusal: Refusal | None = None) -> web.Response:
    page = await page_service.keep_page(viewer_of(request), request.match_info["id"])
    version = {"version": page["now"]["version"]}
    return render(
        request,
        "priorities/acting/keep.html",
        status=refusal.status if refusal else 200,
        form={**page["now"], **form, **version},
        today=_today(request),
        **page,
        **_problem(refusal),
    )


async def _action_form(request: web.Request, form: dict[str, str], refusal: Refusal | None = None) -> web.Response:
    page = await page_service.act_page(viewer_of(request), request.match_info["id"])
    given = {"done_on": _today(request).isoformat(), **form, "client_id": client_id_of(form)}
    return _form_page(request, page, given, refusal)


def _edit_form(request: web.Request, page: JSON, form: JSON, refusal: Refusal | None = None) -> web.Response:
    return _form_page(request, page | {"edited": page["action"]}, form, refusal)


def _form_page(request: web.Request, page: JSON, form: JSON, refusal: Refusal | None) -> web.Response:
    return render(
        request,
        "priorities/acting/action_form.html",
        status=refusal.status if refusal else 200,
        form=form,
        today=_today(request),
        figures=range(1, MOST_FIGURES + 1),
        warned=refusal.message if refusal and refusal.kind == "warned" else None,
        **page,
        **_problem(refusal),
    )


def _as_form(action: JSON) -> JSON:
    rows = enumerate(action["figures"], 1)
    return {
        **{name: action[name] for name in ("body", "partner", "version")},
        "done_on": action["done_on"].isoformat() if action["done_on"] else "",
        **{f"figure_{name}_{place}": row[name] for place, row in rows for name in row},
    }


def _today(request: web.Request) -> Any:
    return clock.today_in(request.app[SETTINGS].time_zone)


def _problem(refusal: Refusal | None) -> JSON:
    alone = refusal is not None and not refusal.fields and refusal.kind != "warned"
    return {
        "problem": refusal.message if refusal and alone else None,
        "fields": refusal.fields if refusal else [],
    }

"""The forms to say what was done about a priority, to change that, and to take it back."""

from typing import Any

from aiohttp import web

from foundation import clock
from foundation.client_ids import client_id_of
from foundation.errors import Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.pictures.forms import PostForm, read_post_form
from foundation.routes import Routes
from moderation.passing.warned import Warned
from priorities.acting import editing_service, page_service, posting_service, withdrawing_service
from priorities.acting.drafts import MOST_FIGURES, draft_of
from priorities.pictures.service import PICTURES

pages = Routes()
JSON = dict[str, Any]


@pages.get("/priorities/{id}/actions/new", permission=Permission.ACTION_WRITE)
async def show_new_action(request: web.Request) -> web.StreamResponse:
    """The form to say what was done."""
    return await _action_form(request, PostForm({}))


@pages.post("/priorities/{id}/actions/new", permission=Permission.ACTION_WRITE)
async def post_action(request: web.Request) -> web.StreamResponse:
    """Say it."""
    form = await read_post_form(request, PICTURES)
    priority = request.match_info["id"]
    if form.goes_on or form.refusal:
        return await _action_form(request, form, form.refusal)
    try:
        draft = draft_of(form.fields, request.app[SETTINGS].time_zone, form.pictures)
        action = await posting_service.post_action(request.app, viewer_of(request), priority, draft)
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
    page = await page_service.edit_page(viewer_of(request), request.match_info["id"])
    pictures = tuple(picture["id"] for picture in page["action"]["pictures"])
    form = PostForm(_as_form(page["action"]), pictures)
    return await _form_page(request, page, form, None)


@pages.post("/actions/{id}/edit", permission=Permission.ACTION_WRITE)
async def edit_action(request: web.Request) -> web.StreamResponse:
    """Keep the change."""
    form = await read_post_form(request, PICTURES)
    action = request.match_info["id"]
    page = await page_service.edit_page(viewer_of(request), action)
    if form.goes_on or form.refusal:
        return await _form_page(request, page, form, form.refusal)
    try:
        draft = draft_of(form.fields, request.app[SETTINGS].time_zone, form.pictures)
        changed = await editing_service.edit_action(request.app, viewer_of(request), action, draft)
    except Refusal as refusal:
        page = await page_service.edit_page(viewer_of(request), action)
        if stale := "version" in refusal.details:
            form.fields["version"] = str(page["action"]["version"])
        return await _form_page(request, page | {"stale": stale}, form, refusal)
    raise see_other(_address(changed["priority_id"], changed))


@pages.post("/actions/{id}/withdraw", permission=Permission.ACTION_WRITE)
async def withdraw_action(request: web.Request) -> web.StreamResponse:
    """Take it back."""
    form = await form_of(request)
    reason = form.get("reason", "")[:300]
    action = request.match_info["id"]
    raise see_other(
        f"/priorities/{await withdrawing_service.withdraw_action(request.app, viewer_of(request), action, reason)}"
    )


def _address(priority: str, action: JSON) -> str:
    return f"/actions/{action['id']}" if action["state"] == "held" else f"/priorities/{priority}#action-{action['id']}"


async def _action_form(request: web.Request, form: PostForm, refusal: Refusal | None = None) -> web.Response:
    page = await page_service.act_page(viewer_of(request), request.match_info["id"])
    form.fields.setdefault("done_on", clock.today_in(request.app[SETTINGS].time_zone).isoformat())
    form.fields["client_id"] = client_id_of(form.fields)
    return await _form_page(request, page, form, refusal)


async def _form_page(request: web.Request, page: JSON, form: PostForm, refusal: Refusal | None) -> web.Response:
    said = of_refusal(refusal)
    warned = said["problem"] if isinstance(refusal, Warned) else None
    return render(
        request,
        "priorities/acting/action_form.html",
        **said | {"problem": None if warned else said["problem"]},
        form=form.fields,
        pictures=await PICTURES.own(str(viewer_of(request).id), form.pictures),
        figures=range(1, MOST_FIGURES + 1),
        warned=warned,
        **page,
    )


def _as_form(action: JSON) -> JSON:
    rows = enumerate(action["figures"], 1)
    return {
        **{name: action[name] for name in ("body", "partner", "version")},
        "done_on": action["done_on"].isoformat() if action["done_on"] else "",
        **{f"figure_{name}_{place}": row[name] for place, row in rows for name in row},
    }

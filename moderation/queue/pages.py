"""The queue's pages: the list, and one item beside it."""

from typing import Any

from aiohttp import web

from foundation import clock
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.community_rules import CLAUSES
from moderation.names import DONE, FLAG_REASONS, KINDS
from moderation.paging.calls_service import calls_for
from moderation.queue import (
    deciding_forms,
    deciding_service,
    item_service,
    opening_service,
    preferences,
    service,
    wording,
)
from moderation.queue.addresses import item_address, list_address
from moderation.queue.filters import CAUSES, Filters, read_filters
from moderation.queue.usual_rulings import usual_ruling

pages = Routes()
_ROWS = 25
_USUALLY = "86400"
"""Seconds: a day, where somebody is kept from writing, or out."""


@pages.get("/moderation", permission=Permission.QUEUE_WORK)
async def show_queue(request: web.Request) -> web.StreamResponse:
    """What waits, the most urgent first."""
    return await queue_page(request)


@pages.get("/moderation/items/{id}", permission=Permission.QUEUE_WORK)
async def show_item(request: web.Request) -> web.StreamResponse:
    """One item, and on wide screens the list beside it."""
    return await item_page(request, request.match_info["id"])


@pages.post("/moderation/next", permission=Permission.QUEUE_WORK)
async def open_next(request: web.Request) -> web.StreamResponse:
    """Have the next one that is free, or the one before."""
    form = await form_of(request)
    filters = read_filters(form)
    back, current = form.get("back") == "1", form.get("current", "")
    found = await opening_service.open_next(request.app, viewer_of(request), filters, current=current, back=back)
    if found is None and current:
        raise see_other(item_address(current, filters, end="1"))
    raise see_other(item_address(found, filters) if found else list_address(filters, end="1"))


@pages.post("/moderation/items/{id}/open", permission=Permission.QUEUE_WORK)
async def open_item(request: web.Request) -> web.StreamResponse:
    """Have one of the list."""
    form = await form_of(request)
    await opening_service.open_item(request.app, viewer_of(request), request.match_info["id"])
    raise see_other(item_address(request.match_info["id"], read_filters(form)))


@pages.post("/moderation/items/{id}/show", permission=Permission.QUEUE_WORK)
async def show_words(request: web.Request) -> web.StreamResponse:
    """Read what is hard to read."""
    form = await form_of(request)
    await opening_service.show(request.app, viewer_of(request), request.match_info["id"])
    raise see_other(item_address(request.match_info["id"], read_filters(form)))


async def queue_page(request: web.Request, filters: Filters | None = None) -> web.Response:
    """The list alone."""
    context = await _list_context(request, read_filters(request.query) if filters is None else filters)
    return render(request, "moderation/queue/queue.html", **context)


async def item_page(
    request: web.Request, item_id: str, status: int = 200, form: dict[str, str] | None = None, **more: Any
) -> web.Response:
    """One item; `form` is what was typed and refused."""
    viewer = viewer_of(request)
    item = await item_service.read_item(request.app, viewer, item_id)
    filters = read_filters(request.query if form is None else form)
    context = await _list_context(request, filters, item_id)
    choices = await deciding_forms.choices(viewer)
    clause, reason = usual_ruling(item["kind"])
    usual = {"clause": clause, "reason": reason, "seconds": _USUALLY}
    return render(
        request, "moderation/queue/item.html", status,
        **context, item=item, choices=choices, form=usual | (form or {}), usual=usual,
        why=wording.why_this_urgent(item), purposes=wording.PURPOSES, **more,
    )  # fmt: skip


async def _list_context(request: web.Request, filters: Filters, current: str = "") -> dict[str, Any]:
    viewer, query = viewer_of(request), request.query
    listed = await service.list_items(
        request.app, viewer, filters, cursor=query.get("cursor", ""), limit=_ROWS
    )  # fmt: skip
    counts = await service.counts(viewer)
    made = deciding_forms.ids_in(query.get("made", ""))
    return {
        "listed": listed,
        "current": current,
        "filters": filters,
        "counts": counts,
        "total": sum(counts.values()),
        "paged": await calls_for(request.app, viewer),
        "unwanted": await service.wanted_by_nobody(request.app, viewer),
        "shift": await service.read_this_shift(viewer),
        "calm": preferences.read_calm(request.cookies.get(preferences.COOKIE)),
        "clauses": {clause.id: clause.title for clause in CLAUSES},
        "kinds": KINDS,
        "actions": DONE,
        "reasons": FLAG_REASONS,
        "causes": {cause: wording.CAUSES[cause] for cause in CAUSES},
        "due": wording.due_in_words,
        "now": clock.now(),
        **await deciding_service.just_made(viewer, made),
        "missed": deciding_forms.ids_in(query.get("missed", "")),
        "said": next((word for word in ("end", "undone", "stayed", "declined", "free") if word in query), ""),
    }

"""Beginning a topic by a form. Whatever goes wrong, the form comes back with all that was typed."""

from typing import Any

from aiohttp import web

from forums.pictures.service import PICTURES
from forums.posting import form_service, service
from forums.posting.checks.guard import guard_of
from forums.posting.forms import topic_of, wants_preview
from forums.posting.giving_back import given_back
from forums.posting.outcomes import Outcome
from forums.posting.previews import preview_of
from forums.reading.numbers import path_of_topic
from foundation.errors import Refusal
from foundation.identity import viewer_of
from foundation.pages import render, see_other
from foundation.permissions import Permission
from foundation.pictures.forms import PostForm, read_post_form
from foundation.routes import Routes

pages = Routes()
_NEW = "/topics/new"


@pages.get(_NEW, permission=Permission.TOPIC_POST)
async def topic_form(request: web.Request) -> web.StreamResponse:
    """In the forum `?forum=ID`, for its section `&section=SLUG`."""
    forum_id = request.query.get("forum", "")
    if not forum_id:
        raise see_other("/forums")
    context = await form_service.begun_topic(viewer_of(request), forum_id, request.query.get("section", ""))
    return render(request, "forums/new_topic.html", **context)


# Not only for who is signed in: whoever was signed out while they wrote gets their words back.
@pages.post(_NEW, permission=Permission.FORUM_READ)
async def post_topic(request: web.Request) -> web.StreamResponse:
    """Begin it, look at it first, or at those that are like it."""
    form = await read_post_form(request, PICTURES)
    app, viewer, forum_id = request.app, viewer_of(request), form.fields.get("forum", "")
    try:
        if form.refusal:
            raise form.refusal
        if form.goes_on:
            return await _page(request, forum_id, form)
        if wants_preview(form):
            said = await guard_of(viewer, form.fields, looking=True)
            return await _page(request, forum_id, form, said, preview=await preview_of(app, viewer, form))
        if near := await form_service.alike(viewer, forum_id, form):
            return await _page(request, forum_id, form, alike=near)
        if said := await guard_of(viewer, form.fields):
            return await _page(request, forum_id, form, said)
        outcome = await service.post_topic(app, viewer, forum_id, topic_of(form))
    except Refusal as refusal:
        return await _page(request, forum_id, form, refusal=refusal)
    if outcome.status == "warned":
        return await _page(request, forum_id, form, outcome)
    emergency = "?emergency#emergency-panel" if outcome.notice == "emergency" else ""
    raise see_other(path_of_topic(str(outcome.topic_id)) + emergency)


async def _page(
    request: web.Request,
    forum_id: str,
    form: PostForm,
    outcome: Outcome | None = None,
    refusal: Refusal | None = None,
    **more: Any,
) -> web.Response:
    try:
        context = await form_service.refilled_topic(viewer_of(request), forum_id, form, outcome, refusal)
    except Refusal as gone:
        return given_back(request, form, refusal or gone)
    if refusal and not viewer_of(request).signed_in:
        return given_back(request, form, refusal)
    status = refusal.status if refusal else 200
    return render(request, "forums/new_topic.html", status=status, **context, **more)

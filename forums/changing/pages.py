"""Changing and taking back one's own words by forms. Whatever goes wrong, the form comes back with what was typed."""

from typing import Any

from aiohttp import web

from forums.changing import form_service, service, withdrawing_service
from forums.changing.form_service import edit_from
from forums.pictures.service import PICTURES
from forums.posting.forms import wants_preview
from forums.posting.giving_back import given_back
from forums.posting.outcomes import Outcome
from forums.posting.previews import preview_of
from forums.posting.reply_pages import place_of
from forums.reading.numbers import path_of_reply, path_of_topic
from foundation.errors import Refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.pictures.forms import PostForm, read_post_form
from foundation.routes import Routes

pages = Routes()
_REPLY = "/replies/{id}"


@pages.get(_REPLY + "/edit", permission=Permission.REPLY_CHANGE)
async def edit_form(request: web.Request) -> web.StreamResponse:
    """One's own words, to change them."""
    context = await form_service.begun_edit(request.app, viewer_of(request), request.match_info["id"])
    return render(request, "forums/edit_reply.html", **context)


# Not only for who is signed in: whoever was signed out while they wrote gets their words back.
@pages.post(_REPLY + "/edit", permission=Permission.FORUM_READ)
async def edit_reply(request: web.Request) -> web.StreamResponse:
    """Change them, or look at the change first."""
    form = await read_post_form(request, PICTURES)
    app, viewer = request.app, viewer_of(request)
    try:
        if form.refusal:
            raise form.refusal
        if form.goes_on:
            return await _page(request, form)
        if wants_preview(form):
            return await _page(request, form, preview=await preview_of(app, viewer, form))
        outcome = await service.edit_words(app, viewer, request.match_info["id"], edit_from(form))
    except Refusal as refusal:
        return await _page(request, form, refusal=refusal)
    if outcome.status == "warned":
        return await _page(request, form, outcome)
    raise see_other(place_of(outcome))


@pages.get(_REPLY + "/withdraw", permission=Permission.REPLY_CHANGE)
async def withdraw_form(request: web.Request) -> web.StreamResponse:
    """Whether they mean it."""
    context = await form_service.to_withdraw(request.app, viewer_of(request), request.match_info["id"])
    return render(request, "forums/withdraw.html", **context)


@pages.post(_REPLY + "/withdraw", permission=Permission.REPLY_CHANGE)
async def withdraw_reply(request: web.Request) -> web.StreamResponse:
    """Take one's own words back."""
    await form_of(request)
    reply_id = request.match_info["id"]
    gone = await withdrawing_service.withdraw_words(request.app, viewer_of(request), reply_id)
    if gone.topic_gone:
        raise see_other("/forums")
    if gone.number is None:
        raise see_other(path_of_topic(gone.topic_id))
    raise see_other(path_of_reply(gone.topic_id, reply_id, gone.number))


async def _page(
    request: web.Request, form: PostForm, outcome: Outcome | None = None, refusal: Refusal | None = None, **more: Any
) -> web.Response:
    reply_id = request.match_info["id"]
    try:
        app, viewer = request.app, viewer_of(request)
        context = await form_service.refilled_edit(app, viewer, reply_id, form, outcome, refusal)
    except Refusal as gone:
        return given_back(request, form, refusal or gone)
    status = refusal.status if refusal else 200
    return render(request, "forums/edit_reply.html", status=status, **context, **more)

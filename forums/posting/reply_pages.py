"""Replying by a form. Whatever goes wrong, the form comes back with all that was typed."""

from dataclasses import replace
from typing import Any

from aiohttp import web

from accounts.people import persons
from forums.pictures.service import PICTURES
from forums.posting import form_service, service
from forums.posting.checks.guard import guard_of
from forums.posting.forms import reply_of, wants_preview
from forums.posting.giving_back import given_back
from forums.posting.new import NewReply
from forums.posting.outcomes import Outcome
from forums.posting.previews import preview_of
from forums.reading.numbers import path_of_reply, path_of_topic
from foundation.errors import Conflict, Refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import render, see_other
from foundation.permissions import Permission, Viewer
from foundation.pictures.forms import PostForm, read_post_form
from foundation.routes import Routes

pages = Routes()
_REPLY = "/topics/{id}/reply"


@pages.get(_REPLY, permission=Permission.TOPIC_POST)
async def reply_form(request: web.Request) -> web.StreamResponse:
    """`?to=ID` replies to one, `&quote=ID` begins with its words."""
    to, quote, topic_id = request.query.get("to", ""), request.query.get("quote", ""), request.match_info["id"]
    context = await form_service.begun_reply(request.app, viewer_of(request), topic_id, to, quote)
    return render(request, "forums/reply_form.html", **context)


# Not only for who is signed in: whoever was signed out while they wrote gets their words back.
@pages.post(_REPLY, permission=Permission.FORUM_READ)
async def post_reply(request: web.Request) -> web.StreamResponse:
    """Reply, or look at the reply first."""
    form, topic_id = await read_post_form(request, PICTURES), request.match_info["id"]
    app, viewer = request.app, viewer_of(request)
    try:
        if form.refusal:
            raise form.refusal
        if form.goes_on:
            return await _page(request, topic_id, form)
        new = reply_of(form, app[SETTINGS].time_zone)
        if wants_preview(form):
            said = await guard_of(viewer, form.fields, looking=True)
            return await _page(request, topic_id, form, said, **await _looked_at(app, viewer, form, new))
        if said := await guard_of(viewer, form.fields):
            return await _page(request, topic_id, form, said)
        outcome = await service.post_reply(app, viewer, topic_id, new)
    except Refusal as refusal:
        return await _refused(request, topic_id, form, refusal)
    if outcome.status == "warned":
        return await _page(request, topic_id, form, outcome)
    raise see_other(place_of(outcome))


def place_of(outcome: Outcome) -> str:
    """Where somebody finds what they posted: on its page, or among what waits; in danger, where 999 is said."""
    topic_id, reply_id = str(outcome.topic_id), str(outcome.id)
    if outcome.number is None:
        path = f"{path_of_topic(topic_id)}?last#r-{reply_id}"
    else:
        path = path_of_reply(topic_id, reply_id, outcome.number)
    if outcome.notice != "emergency":
        return path
    before, _hash, _anchor = path.partition("#")
    return f"{before}{'&' if '?' in before else '?'}emergency#emergency-panel"


async def _looked_at(app: web.Application, viewer: Viewer, form: PostForm, new: NewReply) -> dict[str, Any]:
    """How a reply will look; an official answer with its author's badge and the day of its promise."""
    author = (await persons([viewer.id])).get(viewer.id) if viewer.id and new.official else None
    return {"preview": await preview_of(app, viewer, form), "author": author, "promised_for": new.promised_for}


async def _refused(request: web.Request, topic_id: str, form: PostForm, refusal: Refusal) -> web.Response:
    """The form again. That of a topic that was merged is the form of the one that it was merged into."""
    if isinstance(refusal, Conflict) and "topic" in refusal.details:
        topic_id, form = refusal.details["topic"], replace(form, fields={**form.fields, "reply_to": ""})
    elif any(wrong.field == "reply_to" for wrong in refusal.fields):
        form = replace(form, fields={**form.fields, "reply_to": ""})
    return await _page(request, topic_id, form, refusal=refusal)


async def _page(
    request: web.Request,
    topic_id: str,
    form: PostForm,
    outcome: Outcome | None = None,
    refusal: Refusal | None = None,
    **more: Any,
) -> web.Response:
    try:
        app, viewer = request.app, viewer_of(request)
        context = await form_service.refilled_reply(app, viewer, topic_id, form, outcome, refusal)
    except Refusal as gone:
        return given_back(request, form, refusal or gone)
    if refusal and not context["may"]["reply"]:
        return given_back(request, form, refusal)
    status = refusal.status if refusal else 200
    return render(request, "forums/reply_form.html", status=status, **context, **more)

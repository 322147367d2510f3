"""The page on which a forum's staff decide about a reply where it stands, then back to it."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from accounts.people import person
from forums.moderating import decisions_service as service
from forums.moderating.repeating_service import repeated_in
from foundation.errors import Conflict, Invalid, NotAllowed, Refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission, Viewer
from foundation.routes import Routes
from foundation.text import rendered, stored_html
from moderation.decisions.why import Why

pages = Routes()
Verb = Callable[[web.Application, Viewer, str, Why], Awaitable[None]]
_LONGEST = 1000


@pages.get("/replies/{id}/decide", permission=Permission.TOPIC_ARRANGE)
async def show_words(request: web.Request) -> web.StreamResponse:
    """The words, and what can be decided about them."""
    return await _page(request, {})


@pages.post("/replies/{id}/hide", permission=Permission.TOPIC_ARRANGE)
async def hide_reply(request: web.Request) -> web.StreamResponse:
    """Take it down."""
    return await _decide(request, service.hide)


@pages.post("/replies/{id}/restore", permission=Permission.TOPIC_ARRANGE)
async def restore_reply(request: web.Request) -> web.StreamResponse:
    """Put it back."""
    return await _decide(request, service.restore)


@pages.post("/replies/{id}/approve", permission=Permission.TOPIC_ARRANGE)
async def approve_reply(request: web.Request) -> web.StreamResponse:
    """Show what waited."""
    return await _decide(request, service.approve)


@pages.post("/replies/{id}/reject", permission=Permission.TOPIC_ARRANGE)
async def reject_reply(request: web.Request) -> web.StreamResponse:
    """Refuse what waited."""
    return await _decide(request, service.reject)


async def _decide(request: web.Request, verb: Verb) -> web.StreamResponse:
    form, reply_id = await form_of(request), request.match_info["id"]
    why = Why(form.get("reason", "")[:_LONGEST], form.get("clause", ""))
    # Asked first: of words that a sealed case holds, whoever takes them down may find no more afterwards.
    _reply, content = await service.words_to_decide(request.app, viewer_of(request), reply_id)
    try:
        await verb(request.app, viewer_of(request), reply_id, why)
    except (Invalid, Conflict, NotAllowed) as refusal:
        return await _page(request, form, refusal)
    raise see_other(content.path)


async def _page(request: web.Request, form: dict[str, str], refusal: Refusal | None = None) -> web.Response:
    reply, content = await service.words_to_decide(request.app, viewer_of(request), request.match_info["id"])
    return render(
        request,
        "forums/moderating/decide.html",
        refusal.status if refusal else 200,
        reply=reply,
        content=content,
        repeated=await repeated_in(reply),
        html=stored_html(await rendered(content.words)),
        author=await person(str(content.author_id)),
        form=form,
        problem=refusal.message if refusal else None,
        fields=refusal.fields if refusal else [],
    )

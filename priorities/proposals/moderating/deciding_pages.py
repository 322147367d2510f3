"""The page on which a neighbourhood's staff decide about a proposal where it stands, then back to it."""

from aiohttp import web

from accounts.people import persons
from foundation.errors import Conflict, Invalid, NotAllowed, Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from foundation.text import rendered, stored_html
from moderation.decisions.why import Why
from priorities.proposals.moderating import decisions_service as service

pages = Routes()
_PROPOSAL = "/proposals/{id}"
_LONGEST = 1000


@pages.get(_PROPOSAL + "/decide", permission=Permission.PROPOSAL_ARRANGE)
async def show_words(request: web.Request) -> web.StreamResponse:
    """The words, and what can be decided about them."""
    return await _page(request, {})


@pages.post(_PROPOSAL + "/decide", permission=Permission.PROPOSAL_ARRANGE)
async def decide(request: web.Request) -> web.StreamResponse:
    """What its button says: hide, restore, approve or reject."""
    form = await form_of(request)
    verb = service.VERBS.get(form.get("action", ""))
    if verb is None:
        return await _page(request, form)
    why = Why(form.get("reason", "")[:_LONGEST], form.get("clause", ""))
    try:
        await verb(request.app, viewer_of(request), request.match_info["id"], why)
    except (Invalid, Conflict, NotAllowed) as refusal:
        return await _page(request, form, refusal)
    raise see_other(f"/proposals/{request.match_info['id']}")


async def _page(request: web.Request, form: dict[str, str], refusal: Refusal | None = None) -> web.Response:
    proposal, content = await service.words_to_decide(request.app, viewer_of(request), request.match_info["id"])
    people = await persons([proposal["author_id"]])
    return render(
        request,
        "priorities/proposals/decide.html",
        **of_refusal(refusal),
        content=content,
        html=stored_html(await rendered(content.words)),
        author=people.get(proposal["author_id"]),
        form=form,
    )

"""Statements and opinions as pages."""

from aiohttp import web

from foundation.client_ids import client_id_of, new_client_id
from foundation.errors import Refusal
from foundation.form_errors import of_refusal
from foundation.identity import viewer_of
from foundation.keys import UNTOLD
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.passing.warned import Warned
from priorities.opinions import page_service
from priorities.opinions.giving_service import give_opinion
from priorities.opinions.saying_service import NewStatement, put_statement

pages = Routes()
_PATH = "/rounds/{id}/opinions"


@pages.get(_PATH, permission=Permission.PRIORITY_READ)
async def statements(request: web.Request) -> web.StreamResponse:
    """What one is asked, or what came of it."""
    return await _page(request, {"client_id": new_client_id(), "text": ""})


# Not only for who is signed in: whoever was signed out while they wrote gets their words back.
@pages.post(_PATH, permission=Permission.PRIORITY_READ)
async def put(request: web.Request) -> web.StreamResponse:
    """Put a statement; whatever goes wrong, the form comes back with it."""
    form = await form_of(request)
    typed = {"client_id": client_id_of(form), "text": form.get("text", "")}
    new = NewStatement(typed["text"], typed["client_id"], bool(form.get("confirm")))
    round_id = request.match_info["id"]
    try:
        made = await put_statement(request.app, viewer_of(request), round_id, new)
    except Refusal as refusal:
        return await _page(request, typed, refusal)
    said = "emergency" if made.emergency else "held" if made.held_reason else "put"
    raise see_other(f"/rounds/{round_id}/opinions?said={said}#own")


@pages.post("/statements/{id}/opinion", permission=Permission.OPINION_GIVE)
async def give(request: web.Request) -> web.StreamResponse:
    """Agree, disagree or pass, and on to the next."""
    form = await form_of(request)
    statement = request.match_info["id"]
    round_id = await give_opinion(request.app, viewer_of(request), statement, form.get("opinion", ""))
    # As with a ballot: the moment of it, and how many there were, are nobody’s to know before the close.
    request[UNTOLD] = True
    raise see_other(f"/rounds/{round_id}/opinions#next")


async def _page(request: web.Request, form: dict[str, str], refusal: Refusal | None = None) -> web.Response:
    context = await page_service.statements_page(viewer_of(request), request.match_info["id"])
    return render(
        request,
        "priorities/opinions/opinions.html",
        **of_refusal(refusal),
        form=form,
        warned=isinstance(refusal, Warned),
        said=request.query.get("said"),
        **context,
    )

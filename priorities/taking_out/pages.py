"""The page on which moderators take words of staff out."""

from aiohttp import web

from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from priorities.taking_out import service

pages = Routes()
_PATH = "/rounds/{id}/words"


@pages.get(_PATH, permission=Permission.WORDS_TAKE_OUT)
async def show_words(request: web.Request) -> web.StreamResponse:
    """All that staff wrote around a round, each with its form."""
    return await _page(request, {})


@pages.post(_PATH, permission=Permission.WORDS_TAKE_OUT)
async def take_out(request: web.Request) -> web.StreamResponse:
    """Take some of them out; refused, the page comes back with the reason."""
    form, round_id = await form_of(request), request.match_info["id"]
    kind, id_ = form.get("kind", ""), form.get("id", "")
    try:
        await service.take_out(request.app, viewer_of(request), round_id, kind, id_, form.get("reason", ""))
    except Invalid as refusal:
        return await _page(request, form, refusal)
    raise see_other(f"/rounds/{round_id}/words?done={kind}")


async def _page(request: web.Request, form: dict[str, str], refusal: Invalid | None = None) -> web.Response:
    page = await service.words_page(viewer_of(request), request.match_info["id"])
    return render(
        request, "priorities/taking_out/words.html", refusal.status if refusal else 200, **page, form=form,
        done="done" in request.query, problem=refusal.message if refusal else None, fields=[],
    )  # fmt: skip

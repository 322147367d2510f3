"""The page on which staff arrange many topics at once."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from forums.arranging.forms import asked_in
from forums.arranging.tidying import service
from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.pages import form_of, render
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/forums/{forum}/tidy", permission=Permission.TOPIC_ARRANGE)
async def show_tidying(request: web.Request) -> web.StreamResponse:
    """Choose topics, and what is to be done with them."""
    return await _page(request, {}, [])


@pages.post("/forums/{forum}/tidy", permission=Permission.TOPIC_ARRANGE)
async def tidy_topics(request: web.Request) -> web.StreamResponse:
    """Do it with each, and say with how many it was done, and why not with the others."""
    form = await form_of(request)
    chosen = [str(value) for value in (await request.post()).getall("topics", [])]
    try:
        done, refused = await service.tidy(
            request.app, viewer_of(request), request.match_info["forum"], chosen, form.get("action", ""),
            asked_in(form), form.get("clause", ""),
        )  # fmt: skip
    except Invalid as refusal:
        return await _page(request, form, chosen, refusal)
    return await _page(request, {}, [], done=done, refused=refused)


async def _page(
    request: web.Request, form: Mapping[str, str], chosen: list[str], refusal: Invalid | None = None, **said: Any
) -> web.Response:
    before = request.query.get("before", "")
    context = await service.tidying_page(viewer_of(request), request.match_info["forum"], before)
    return render(
        request,
        "forums/arranging/tidy.html",
        refusal.status if refusal else 200,
        before=before,
        form=form,
        chosen=chosen,
        problem=refusal.message if refusal else None,
        fields=refusal.fields if refusal else [],
        **{"done": None, "refused": [], **said},
        **context,
    )

"""The pages on which staff arrange topics, without scripts as with them."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from forums.arranging import acts_service, page_service
from forums.arranging.acts_service import Asked
from forums.arranging.forms import asked_in
from forums.moved import Moved
from foundation.errors import Closed, Conflict, Invalid, NotFound, Refusal
from foundation.identity import viewer_of
from foundation.numbers import whole_number
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes
from moderation.modes import Mode

pages = Routes()
_MODES = (Mode.OPEN, Mode.NEWCOMERS, Mode.PREMODERATED, Mode.SLOW)


@pages.get("/topics/{id}/arrange", permission=Permission.TOPIC_ARRANGE)
async def show_arranging(request: web.Request) -> web.StreamResponse:
    """All that can be done with a topic."""
    return await _page(request, {})


@pages.post("/topics/{id}/arrange", permission=Permission.TOPIC_ARRANGE)
async def arrange_topic(request: web.Request) -> web.StreamResponse:
    """Do what the form's `action` names, then show the topic where it is."""
    form = await form_of(request)
    try:
        topic_id = await acts_service.act(
            request.app, viewer_of(request), request.match_info["id"], form.get("action", ""), asked_in(form)
        )  # fmt: skip
    except Moved:
        raise
    except (Invalid, Conflict, Closed, NotFound) as refusal:
        return await _page(request, form, refusal)
    raise _done(topic_id, form["action"])


@pages.post("/topics/{id}/unmerge", permission=Permission.TOPIC_ARRANGE)
async def unmerge_topic(request: web.Request) -> web.StreamResponse:
    """Make a topic of its own again of one that was merged."""
    await form_of(request)
    topic_id = request.match_info["id"]
    await acts_service.act(request.app, viewer_of(request), topic_id, "unmerge", Asked())
    raise _done(topic_id, "unmerge")


@pages.get("/topics/{id}/split", permission=Permission.TOPIC_ARRANGE)
async def show_splitting(request: web.Request) -> web.StreamResponse:
    """Choose the replies that are to be a topic of their own."""
    return await _splitting(request, {}, [])


@pages.post("/topics/{id}/split", permission=Permission.TOPIC_ARRANGE)
async def split_topic(request: web.Request) -> web.StreamResponse:
    """Begin a topic with them."""
    form = await form_of(request)
    chosen = [str(value) for value in (await request.post()).getall("replies", [])]
    try:
        topic_id = await acts_service.act(
            request.app, viewer_of(request), request.match_info["id"], "split", asked_in(form, chosen)
        )  # fmt: skip
    except Moved:
        raise
    except (Invalid, Conflict) as refusal:
        return await _splitting(request, form, chosen, refusal)
    raise _done(topic_id, "split")


def _done(topic_id: str, act: str) -> web.HTTPSeeOther:
    """To the topic, which says that it is done."""
    return see_other(f"/topics/{topic_id}?done={act}")


async def _page(request: web.Request, form: Mapping[str, str], refusal: Refusal | None = None) -> web.Response:
    context = await page_service.arranging_page(request.app, viewer_of(request), request.match_info["id"])
    return _rendered(request, "forums/arranging/arrange.html", form, refusal, modes=_MODES, **context)


async def _splitting(
    request: web.Request, form: Mapping[str, str], chosen: list[str], refusal: Refusal | None = None
) -> web.Response:
    number, topic_id = whole_number(request.query.get("after", "")) or 0, request.match_info["id"]
    context = await page_service.splitting_page(request.app, viewer_of(request), topic_id, number)
    return _rendered(request, "forums/arranging/split.html", form, refusal, chosen=chosen, **context)


def _rendered(
    request: web.Request, template: str, form: Mapping[str, str], refusal: Refusal | None, **context: Any
) -> web.Response:
    return render(
        request,
        template,
        refusal.status if refusal else 200,
        form=form,
        problem=refusal.message if refusal else None,
        fields=refusal.fields if refusal else [],
        **context,
    )

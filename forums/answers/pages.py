"""Official answers, promises and what is solved, by forms: then back to the topic."""

from collections.abc import Mapping

from aiohttp import web

from forums.answers import giving_service, promising_service, solving_service
from forums.answers.promises import checked_day
from foundation import clock
from foundation.errors import Refusal
from foundation.identity import viewer_of
from foundation.keys import SETTINGS
from foundation.pages import form_of, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/replies/{id}/official", permission=Permission.ANSWER_GIVE)
async def show_official(request: web.Request) -> web.StreamResponse:
    """An officer's own words, before they become an official answer."""
    return await _official_page(request, {})


@pages.post("/replies/{id}/official", permission=Permission.ANSWER_GIVE)
async def make_official(request: web.Request) -> web.StreamResponse:
    """Mark them as one, with the day of a promise or without."""
    form = await form_of(request)
    viewer, reply = viewer_of(request), request.match_info["id"]
    try:
        day = checked_day(form.get("promised_for", ""), request.app[SETTINGS].time_zone)
        topic = await giving_service.make_official(request.app, viewer, reply, day)
    except Refusal as refusal:
        return await _official_page(request, form, refusal)
    raise _to(topic, reply)


@pages.post("/replies/{id}/unofficial", permission=Permission.TOPIC_ARRANGE)
async def take_back(request: web.Request) -> web.StreamResponse:
    """It is an answer like any other."""
    await form_of(request)
    reply = request.match_info["id"]
    raise _to(await giving_service.take_back_official(request.app, viewer_of(request), reply), reply)


@pages.post("/replies/{id}/kept", permission=Permission.PROMISE_KEEP)
async def keep_promise(request: web.Request) -> web.StreamResponse:
    """What it promised was done."""
    await form_of(request)
    reply = request.match_info["id"]
    raise _to(await promising_service.keep_promise(request.app, viewer_of(request), reply), reply)


@pages.post("/topics/{id}/solve", permission=Permission.TOPIC_SOLVE)
async def solve(request: web.Request) -> web.StreamResponse:
    """Mark it as solved, by the `reply` that did it or without one."""
    form = await form_of(request)
    topic = request.match_info["id"]
    await solving_service.solve_topic(request.app, viewer_of(request), topic, form.get("reply") or None)
    raise see_other(f"/topics/{topic}")


@pages.post("/topics/{id}/reopen", permission=Permission.TOPIC_SOLVE)
async def reopen(request: web.Request) -> web.StreamResponse:
    """It is not solved after all."""
    await form_of(request)
    topic = request.match_info["id"]
    await solving_service.reopen_topic(request.app, viewer_of(request), topic)
    raise see_other(f"/topics/{topic}")


def _to(topic: str, reply: str) -> web.HTTPSeeOther:
    return see_other(f"/topics/{topic}/replies/{reply}")


async def _official_page(request: web.Request, form: Mapping[str, str], refusal: Refusal | None = None) -> web.Response:
    app, viewer, reply_id = request.app, viewer_of(request), request.match_info["id"]
    standing, reply = await giving_service.access_own_to_mark(app, viewer, reply_id)
    return render(
        request,
        "forums/answers/official.html",
        status=refusal.status if refusal else 200,
        topic=standing.topic,
        reply=reply,
        form=form,
        today=clock.today_in(app[SETTINGS].time_zone),
        problem=refusal.message if refusal and not refusal.fields else None,
        fields=refusal.fields if refusal else [],
    )

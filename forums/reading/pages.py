"""A topic's page, and the permalinks of its replies."""

from aiohttp import web

from forums.following.unread.glances import is_glance
from forums.kept.service import kept_topic
from forums.reading import service
from forums.reading.numbers import path_of_reply, permalink
from forums.reading.page_service import topic_page
from forums.sharing import shared
from foundation.identity import viewer_of
from foundation.numbers import whole_number
from foundation.pages import render
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()


@pages.get("/topics/{id}", permission=Permission.FORUM_READ)
@kept_topic
async def show_topic(request: web.Request) -> web.StreamResponse:
    """The replies after `?after=NUMBER`, or those of the first page, or (`?last`) of the last; `?unread` leads to the
    first unread one.
    """
    if "unread" in request.query:
        raise web.HTTPFound(await service.place_of_unread(viewer_of(request), request.match_info["id"]))
    viewer, seen = viewer_of(request), not is_glance(request)
    context = await topic_page(request.app, viewer, request.match_info["id"], _after(request), seen=seen)
    share = shared(request, context["topic"]["path"])
    done = request.query.get("done", "")
    return render(
        request, "forums/topic.html", **context, share=share, emergency="emergency" in request.query, done=done
    )


@pages.get("/topics/{id}/replies/{reply}", permission=Permission.FORUM_READ)
async def show_reply(request: web.Request) -> web.StreamResponse:
    """Where a reply stands now: on its topic's page, among the others."""
    asked, reply_id = request.match_info["id"], request.match_info["reply"]
    topic_id, number = await service.number_of(viewer_of(request), asked, reply_id)
    if topic_id != asked:
        raise web.HTTPMovedPermanently(permalink(topic_id, reply_id))
    # Its page changes as it is moved: nobody may keep where this led.
    raise web.HTTPFound(path_of_reply(topic_id, reply_id, number))


def _after(request: web.Request) -> int | None:
    if "last" in request.query:
        return None
    return whole_number(request.query.get("after", "")) or 0

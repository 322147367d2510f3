"""The page of what one follows, and the forms that change it."""

from typing import Any

from aiohttp import web

from forums.following.watching import followed_service, service
from forums.following.watching.models import HowTold
from forums.places.paths import path_of
from foundation.errors import Invalid
from foundation.identity import viewer_of
from foundation.language import _
from foundation.pages import form_of, local_path, render, see_other
from foundation.permissions import Permission
from foundation.routes import Routes

pages = Routes()
_UNFOLLOW = "end"


@pages.get("/following", permission=Permission.TOPIC_FOLLOW)
async def show_following(request: web.Request) -> web.StreamResponse:
    """What one follows and has muted, to be changed."""
    viewer = viewer_of(request)
    topics, before = await followed_service.followed_topics(viewer, request.query.get("before"))
    first = "before" not in request.query
    places = await followed_service.followed_places(viewer) if first else []
    elsewhere = await followed_service.followed_elsewhere(request.app, viewer) if first else []
    return render(request, "forums/following/following.html", places=places, elsewhere=elsewhere, topics=topics,
                  before=before, saved="saved" in request.query)  # fmt: skip


@pages.post("/topics/{id}/watch", permission=Permission.TOPIC_FOLLOW)
async def watch_topic(request: web.Request) -> web.StreamResponse:
    """`how`: a HowTold. Back to the topic, or where the form says (`back`)."""
    form = await form_of(request)
    topic = await service.watch_topic(viewer_of(request), request.match_info["id"], _how(form))
    raise see_other(_back(form, f"/topics/{topic}#following"))


@pages.post("/forums/{forum}/watch", permission=Permission.TOPIC_FOLLOW)
async def watch_place(request: web.Request) -> web.StreamResponse:
    """`how`: a HowTold, or `end`; `section`: the slug of a section, or nothing for the whole forum."""
    form = await form_of(request)
    how = None if form.get("how") == _UNFOLLOW else _how(form)
    forum = await service.watch_place(viewer_of(request), request.match_info["forum"], form.get("section") or None, how)
    raise see_other(_back(form, f"{path_of(forum)}#following"))


def _how(form: dict[str, str]) -> HowTold:
    try:
        return HowTold(form.get("how", HowTold.DIGEST))
    except ValueError:
        raise Invalid.at("how", _("Choose how you want to hear of it.")) from None


def _back(form: dict[str, Any], otherwise: str) -> str:
    return local_path(form["back"], otherwise) if form.get("back") else otherwise

"""The context of a topic's page: features of forums add to it what they show there."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiohttp import web

from forums.drafts.places import reply_to
from forums.drafts.service import draft_of
from forums.following.service import has_read
from forums.meeting.beside_service import meetings_beside
from forums.moderating.sealed import without_sealed
from forums.reading.described import described
from forums.reading.head import head_of, turns_of
from forums.reading.offers import offers
from forums.reading.once import DRAWN_ONCE
from forums.reading.service import TopicView, replied_to, topic_view, waiting_replies
from forums.standing import Standing
from foundation.client_ids import new_client_id
from foundation.permissions import Viewer
from notices.service import noticed

JSON = dict[str, Any]
Part = Callable[[web.Application, TopicView], Awaitable[JSON]]
PARTS: Sequence[Part] = (meetings_beside,)
"""What features add to the page: members of its context."""


async def topic_page(
    app: web.Application,
    viewer: Viewer,
    topic_id: str,
    after: int | None,
    draft: JSON | None = None,
    *,
    seen: bool = True,
) -> JSON:
    """The context of forums/topic.html; raises what `access_topic` does.

    `after`: which number the page begins after, None for the last page. `draft`: what is in the form, where it was
    refused. Whoever is signed in has read what is on it, unless nobody looks at it yet (`seen`).
    """
    view = await topic_view(app, viewer, topic_id, after)
    context = await _drawn(app, view) | {"draft": draft or await _draft(view.standing)}
    for part in PARTS:
        context |= await part(app, view)
    if seen and view.upto > view.followed.last_read and await has_read(viewer, topic_id, view.upto):
        await noticed(str(viewer.id))(app)
    return context


async def _drawn(app: web.Application, view: TopicView) -> JSON:
    standing, text = view.standing, view.first["html"] if view.first else None
    return {
        "topic": await head_of(standing, view.author),
        "first": view.first,
        "replies": view.replies,
        "official": view.official,
        "turns": turns_of(view),
        "may": await offers(standing),
        "waiting": await without_sealed(app, standing, await waiting_replies(standing)),
        "followed": view.followed,
        "silenced": standing.silenced,
        "description": described(view.author, text),
        "once": app[DRAWN_ONCE],
    }


async def _draft(standing: Standing) -> JSON:
    draft = await new_draft(standing.viewer, standing.topic_id)
    parent = await replied_to(standing, draft["reply_to"]) if draft["reply_to"] else None
    return draft | {"to": named(parent), "reply_to": parent["id"] if parent else ""}


def named(reply: JSON | None) -> JSON | None:
    """What the form of a reply says of the one that it answers."""
    return reply and {"id": reply["id"], "number": reply["number"], "author_name": reply["author"]["name"]}


async def new_draft(viewer: Viewer, topic_id: str) -> JSON:
    """What the form of a reply begins with: what its author wrote elsewhere, or nothing."""
    kept = await draft_of(viewer, reply_to(topic_id)) if viewer.id else None
    words = {name: kept[name] for name in ("body", "reply_to")} if kept else {"body": "", "reply_to": ""}
    return words | {"client_id": new_client_id(), "restored": bool(kept), "version": kept["version"] if kept else 0}

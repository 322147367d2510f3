"""The context of the forms of posting, empty or with what was typed."""

from typing import Any

from aiohttp import web

from forums.drafts.places import new_topic_in
from forums.drafts.service import draft_of
from forums.models import PostState
from forums.moderating.sealed import access_topic_to_read
from forums.pictures.service import PICTURES
from forums.places.defaults import GENERAL
from forums.places.naming import section_about, section_name
from forums.places.page_service import described
from forums.places.policy import access_forum, may_post
from forums.places.service import sections_of
from forums.posting.forms import refilled
from forums.posting.outcomes import Outcome
from forums.posting.quoting import quoted
from forums.reading.head import head_of
from forums.reading.offers import offers
from forums.reading.page_service import named, new_draft
from forums.reading.service import replied_to
from forums.reply_rows import find_reply
from forums.similar.service import similar_titles
from forums.standing import Standing
from foundation.client_ids import new_client_id
from foundation.errors import Refusal
from foundation.ids import is_id
from foundation.permissions import Viewer
from foundation.pictures.forms import PostForm

JSON = dict[str, Any]


async def begun_reply(app: web.Application, viewer: Viewer, topic_id: str, to: str, quote: str) -> JSON:
    """The context of forums/reply_form.html for a new reply: to one of the topic's, with its words quoted or without.

    Raises what `access_topic` does.
    """
    standing = await access_topic_to_read(app, viewer, topic_id)
    draft = await new_draft(viewer, topic_id)
    words = await _quote(standing, quote)
    draft |= {"reply_to": to, "body": "\n\n".join(filter(None, (draft["body"], words)))}
    return await _of_reply(standing, draft)


async def refilled_reply(
    app: web.Application,
    viewer: Viewer,
    topic_id: str,
    form: PostForm,
    outcome: Outcome | None,
    refusal: Refusal | None,
) -> JSON:
    """The same with what was typed, and what is to be said about it. Raises what `access_topic` does."""
    standing = await access_topic_to_read(app, viewer, topic_id)
    return await _of_reply(standing, await _draft(viewer, form, outcome)) | _said(outcome, refusal)


async def begun_topic(viewer: Viewer, forum_id: str, section: str) -> JSON:
    """The context of forums/new_topic.html; raises what `access_forum` does."""
    forum = await access_forum(viewer, forum_id)
    kept = await draft_of(viewer, new_topic_in(forum_id)) if viewer.signed_in else None
    words = {name: kept[name] if kept else "" for name in ("title", "body", "section")}
    draft = words | {"client_id": new_client_id(), "restored": bool(kept), "version": kept["version"] if kept else 0}
    draft["section"] = section or draft["section"] or GENERAL
    return await _of_topic(viewer, forum, draft)


async def refilled_topic(
    viewer: Viewer, forum_id: str, form: PostForm, outcome: Outcome | None, refusal: Refusal | None
) -> JSON:
    """The same with what was typed, and what is to be said about it. Raises what `access_forum` does."""
    forum = await access_forum(viewer, forum_id)
    return await _of_topic(viewer, forum, await _draft(viewer, form, outcome)) | _said(outcome, refusal)


async def alike(viewer: Viewer, forum_id: str, form: PostForm) -> list[JSON]:
    """The forum's topics that are like the one about to be begun: offered once, to be joined instead."""
    if form.fields.get("alike_seen") == "yes" or not form.fields.get("title", "").strip():
        return []
    return await similar_titles(await access_forum(viewer, forum_id), form.fields["title"])


async def _of_reply(standing: Standing, draft: JSON) -> JSON:
    parent = await replied_to(standing, draft["reply_to"])
    draft |= {"to": named(parent), "reply_to": parent["id"] if parent else ""}
    may = await offers(standing)
    return {
        "topic": await head_of(standing),
        "may": may,
        "draft": draft,
        "parent": parent,
        "silenced": standing.silenced,
    }


async def _of_topic(viewer: Viewer, forum: JSON, draft: JSON) -> JSON:
    return {
        "forum": await described(forum),
        "sections": [_choice(section) for section in await _open_sections(viewer, forum)],
        "draft": draft,
    }


async def _open_sections(viewer: Viewer, forum: JSON) -> list[JSON]:
    """Those in which the viewer may begin a topic; of who is signed out, all that take any."""
    found: list[JSON] = []
    for section in await sections_of(forum):
        try:
            if viewer.signed_in:
                await may_post(viewer, forum, section)
            found.append(section)
        except Refusal:
            continue
    return found


def _choice(section: JSON) -> JSON:
    return {"slug": section["slug"], "name": section_name(section), "about": section_about(section)}


async def _draft(viewer: Viewer, form: PostForm, outcome: Outcome | None) -> JSON:
    pictures = await PICTURES.own(viewer.id, form.pictures) if viewer.id else []
    warned = {"warned": outcome.reason, "in_private": outcome.in_private} if outcome else {"warned": ""}
    return refilled(form) | {"pictures": pictures, "restored": False, **warned}


def _said(outcome: Outcome | None, refusal: Refusal | None) -> JSON:
    emergency = outcome is not None and outcome.notice == "emergency"
    if refusal is None:
        return {"emergency": emergency}
    return {"emergency": emergency, "problem": refusal.message, "fields": refusal.fields}


async def _quote(standing: Standing, reply_id: str) -> str:
    row = await find_reply(reply_id) if is_id(reply_id) else None
    if row is None or row["topic_id"] != standing.topic_id or row["state"] != PostState.PUBLISHED:
        return ""
    return quoted(row["body"])

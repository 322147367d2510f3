"""The context of the pages where one changes one's own words, or takes them back."""

from typing import Any

from aiohttp import web

from forums.changing.access import access_own, access_own_to_edit
from forums.changing.edits import Edit, Overtaken
from forums.changing.withdrawing_service import stands_for_others
from forums.drafts.places import edit_of
from forums.drafts.service import draft_of
from forums.moderating.sealed import check_topic_unsealed
from forums.pictures.service import PICTURES
from forums.posting.outcomes import Outcome
from forums.reading.head import head_of
from forums.reading.numbers import permalink
from forums.standing import Standing
from foundation.errors import Refusal
from foundation.numbers import whole_number
from foundation.permissions import Viewer
from foundation.pictures.forms import PostForm
from foundation.text import rendered, stored_html

JSON = dict[str, Any]


def edit_from(form: PostForm) -> Edit:
    """What the form of a change says: `title`, `body`, `version`, `confirm`, and its pictures."""
    fields = form.fields
    return Edit(
        body=fields.get("body", ""),
        version=whole_number(fields.get("version", "")) or 0,
        title=fields.get("title"),
        confirm=fields.get("confirm") == "true",
        pictures=form.pictures,
    )


async def begun_edit(app: web.Application, viewer: Viewer, reply_id: str) -> JSON:
    """The context of forums/edit_reply.html: the words that stand, those that wait, or those begun on another device.

    Raises what `access_own_to_edit` does.
    """
    standing, reply = await access_own_to_edit(viewer, reply_id)
    topic = standing.topic
    words = {
        "title": topic["title_pending"] or topic["title"],
        "body": reply["body"] if reply["pending_body"] is None else reply["pending_body"],
    }
    kept = await draft_of(viewer, edit_of(reply_id))
    pictures = (await PICTURES.pictures_of([reply_id], waiting=True)).get(reply_id, [])
    draft: JSON = words | ({name: kept[name] for name in words if kept[name]} if kept else {})
    draft |= {"restored": bool(kept), "draft_version": kept["version"] if kept else 0, "version": reply["version"]}
    return await _context(app, standing, reply, draft | {"pictures": [each | {"posted": True} for each in pictures]})


async def refilled_edit(
    app: web.Application,
    viewer: Viewer,
    reply_id: str,
    form: PostForm,
    outcome: Outcome | None,
    refusal: Refusal | None,
) -> JSON:
    """The same with what was typed; where other words came in between, with those too.

    Raises what `access_own` does.
    """
    standing, reply = await access_own(viewer, reply_id)
    fields = form.fields
    draft: JSON = {name: fields.get(name, "") for name in ("title", "body", "version")}
    draft |= {
        "pictures": await PICTURES.own(str(viewer.id), form.pictures),
        "warned": outcome.reason if outcome else "",
    }
    context = await _context(app, standing, reply, draft)
    context["emergency"] = outcome is not None and outcome.notice == "emergency"
    if refusal:
        context |= {"problem": refusal.message, "fields": refusal.fields}
    if isinstance(refusal, Overtaken):
        draft["version"] = reply["version"]
        context["other"] = {"title": standing.topic["title"], "html": stored_html(await rendered(reply["body"]))}
    return context


async def to_withdraw(app: web.Application, viewer: Viewer, reply_id: str) -> JSON:
    """The context of forums/withdraw.html; raises what `access_own` does."""
    standing, reply = await access_own(viewer, reply_id)
    context = await _context(app, standing, reply, {})
    return context | {"html": stored_html(reply["html"]), "for_others": stands_for_others(standing, reply)}


async def _context(app: web.Application, standing: Standing, reply: JSON, draft: JSON) -> JSON:
    # The words are the viewer's own, the topic that they stand in may be another's.
    await check_topic_unsealed(app, standing)
    first = reply["number"] == 1
    return {
        "topic": await head_of(standing),
        "id": reply["id"],
        "first": first,
        "place": permalink(standing.topic_id, reply["id"]),
        "draft": draft,
    }

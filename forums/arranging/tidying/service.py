"""The same act on many topics of a forum: each in its own transaction, so that one that is refused stops no other."""

from collections.abc import Sequence
from typing import Any, Final

from aiohttp import web

from forums.arranging.acts_service import Asked, act
from forums.arranging.policy import access_forum_to_arrange
from forums.arranging.tidying import store
from forums.moderating.decisions_service import hide
from forums.places.listing.cursors import Place, place_at
from forums.places.naming import forum_name, section_name
from forums.places.paths import path_of
from forums.places.service import sections_of
from forums.reply_rows import find_number
from foundation.errors import Invalid, NotFound, Refusal
from foundation.ids import is_own_id
from foundation.language import _
from foundation.permissions import Viewer
from moderation.decisions.why import Why

JSON = dict[str, Any]
MOST: Final = 100
"""Topics of one page, and of one act."""
ACTS: Final = ("move", "lock", "archive", "unpin", "hide")


async def tidying_page(viewer: Viewer, forum_id: str, before: str) -> JSON:
    """The topics of a forum that are shown, the latest first: `forum`, `topics`, `next`, `sections`.

    `before`: the cursor of a page, or empty. Raises NotFound, NotAllowed, and Invalid for a cursor of another list.
    """
    forum = await access_forum_to_arrange(viewer, forum_id)
    every = await sections_of(forum, archived=True)
    names = {row["id"]: section_name(row) for row in every}
    name = f"{forum_id}:tidy"
    rows = await store.topics_in(forum_id, place_at(before, name) if before else None, MOST + 1)
    return {
        "forum": {**forum, "name": await forum_name(forum), "path": path_of(forum)},
        "topics": [{**row, "section": names.get(row["section_id"], "")} for row in rows[:MOST]],
        "next": Place.beside(rows[MOST - 1]).cursor(name) if len(rows) > MOST else None,
        "sections": [{"slug": row["slug"], "name": section_name(row)} for row in every if not row["archived_at"]],
    }


async def tidy(
    app: web.Application, viewer: Viewer, forum_id: str, topics: Sequence[str], name: str, asked: Asked, clause: str
) -> tuple[int, list[JSON]]:
    """Do one act with each of these topics; gives with how many it was done, and `{topic, title, why}` of the others.

    Raises NotFound, NotAllowed, and Invalid for no topics, too many, or an act that is none.
    """
    await access_forum_to_arrange(viewer, forum_id)
    chosen = [id_ for id_ in dict.fromkeys(topics) if is_own_id(id_)]
    if name not in ACTS:
        raise Invalid.at("action", _("Choose what is to be done."))
    if not chosen:
        raise Invalid.at("topics", _("Choose the topics first."))
    if len(chosen) > MOST:
        raise Invalid.at("topics", _("Choose at most %(most)s topics at once.", most=MOST))
    titles = await store.titles_in(forum_id, chosen)
    refused: list[JSON] = []
    for topic_id in chosen:
        try:
            await _do(app, viewer, topic_id if topic_id in titles else "", name, asked, clause)
        except Refusal as refusal:
            if refusal.fields and len(chosen) == 1:
                raise
            refused.append({"topic": topic_id, "title": titles.get(topic_id, topic_id), "why": refusal.message})
    return len(chosen) - len(refused), refused


async def _do(app: web.Application, viewer: Viewer, topic_id: str, name: str, asked: Asked, clause: str) -> None:
    if name != "hide":
        await act(app, viewer, topic_id, name, asked)
        return
    first = await find_number(topic_id, 1) if topic_id else None
    if first is None:
        raise NotFound(_("There is no such topic, or it was taken down."))
    await hide(app, viewer, first["id"], Why(asked.reason, clause))

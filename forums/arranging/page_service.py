"""What the pages on which topics are arranged show."""

from typing import Any

from aiohttp import web

from accounts.people import persons
from forums.arranging.merging import store as merging_store
from forums.arranging.policy import access_topic_to_arrange
from forums.arranging.splitting.store import shown_among_all
from forums.moderating.sealed import check_topic_unsealed
from forums.places.naming import forum_name, section_name
from forums.places.paths import path_of
from forums.places.service import sections_of
from forums.standing import Standing
from foundation.permissions import Viewer
from foundation.text import plain_words

JSON = dict[str, Any]
SHOWN = 100
"""Replies on one page of those that may be split off."""
_EXCERPT = 160


async def arranging_page(app: web.Application, viewer: Viewer, topic_id: str) -> JSON:
    """A topic as it is arranged: `topic`, `forum`, `sections`, and `merged`, the topics that were merged into it.

    Raises NotFound, Moved, NotAllowed.
    """
    standing = await access_topic_to_arrange(viewer, topic_id)
    await check_topic_unsealed(app, standing)
    merged = await merging_store.merged_into(topic_id)
    return {**await _head(standing), "sections": await _sections(standing), "merged": merged}


async def splitting_page(app: web.Application, viewer: Viewer, topic_id: str, after: int) -> JSON:
    """The replies after a number that may become a topic: `topic`, `forum`, `replies`, `next` (a number or None)."""
    standing = await access_topic_to_arrange(viewer, topic_id)
    await check_topic_unsealed(app, standing)
    rows = await shown_among_all(topic_id, max(after, 1), SHOWN + 1)
    people = await persons({row["author_id"] for row in rows})
    shown = [
        {**row, "author": people[row["author_id"]]["name"], "excerpt": _beginning(plain_words(row["html"]))}
        for row in rows[:SHOWN]
    ]
    following = shown[-1]["number"] if len(rows) > SHOWN else None
    return {**await _head(standing), "replies": shown, "next": following}


async def _head(standing: Standing) -> JSON:
    topic, forum = standing.topic, standing.forum
    place = {"name": await forum_name(forum), "path": path_of(forum)}
    section = {"slug": standing.section["slug"], "name": section_name(standing.section)}
    return {"topic": topic, "forum": {**forum, **place}, "section": section}


async def _sections(standing: Standing) -> list[JSON]:
    rows = await sections_of(standing.forum)
    return [{"slug": row["slug"], "name": section_name(row)} for row in rows]


def _beginning(words: str) -> str:
    return words if len(words) <= _EXCERPT else words[:_EXCERPT].rstrip() + "…"

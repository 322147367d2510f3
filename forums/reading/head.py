"""What stands above a topic's replies, as templates draw it."""

from typing import Any

from forums.models import PostState
from forums.places.naming import forum_name, section_name
from forums.places.paths import path_of
from forums.reading.numbers import PAGE, page_before, path_of_topic
from forums.reading.service import TopicView
from forums.stamps import stamp_of_head
from forums.standing import Standing
from forums.states import state_of

JSON = dict[str, Any]
_AS_THEY_ARE = (
    "id", "title", "replies", "last_number", "version", "created_at", "active_at", "archived_at", "locked_at",
    "locked_reason", "slowed_for", "solved_at", "solving_reply_id", "place_name",
)  # fmt: skip


async def head_of(standing: Standing, author: JSON | None = None) -> JSON:
    """The macro's topic: columns as they are, what they come to, and its forum and section as trails have them.

    `stamp` is one of what is shown above the replies, `on_top` the latest official answer, `page` how many numbers the
    first page has. `lines` is filled while a page is drawn: each author's line, once.
    """
    topic = standing.topic
    return {name: topic[name] for name in _AS_THEY_ARE} | {
        "path": path_of_topic(topic["id"]),
        "lines": {},
        "state": state_of(topic),
        "is_shown": topic["state"] == PostState.PUBLISHED,
        "pinned": topic["pinned_at"] is not None,
        "answered": topic["answered_at"] is not None,
        "mode": standing.mode,
        "slow": standing.mode == "slow",
        "slow_seconds": standing.slow_seconds,
        "author": author,
        "forum": await _forum(standing.forum),
        "section": _section(standing),
        "stamp": stamp_of_head(topic),
        "on_top": topic["official_reply_id"],
        "page": PAGE,
    }


async def _forum(forum: JSON) -> JSON:
    return {"id": forum["id"], "name": await forum_name(forum), "kind": forum["kind"], "path": path_of(forum)}


def _section(standing: Standing) -> JSON:
    section = standing.section
    return {"slug": section["slug"], "name": section_name(section), "path": path_of(standing.forum, section)}


def turns_of(view: TopicView) -> JSON:
    """The addresses of the pages beside this one, of the first and of the last; None where it is that one itself."""
    topic_id, last = view.standing.topic_id, page_before(int(view.standing.topic["last_number"]))
    before = page_before(view.after)
    return {
        "first": path_of_topic(topic_id) if view.after else None,
        "previous": path_of_topic(topic_id, before) if view.after else None,
        "next": path_of_topic(topic_id, view.upto) if view.has_more else None,
        "last": path_of_topic(topic_id, last) if view.has_more else None,
        "from": view.after + 1,
        "upto": view.upto,
    }

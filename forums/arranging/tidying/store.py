"""Topics of a forum to be chosen from."""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from forums.models import Topic
from forums.places.listing.cursors import Place
from forums.states import state_of
from foundation.queries import Query

JSON = dict[str, Any]
_LATEST = Place(datetime(9000, 1, 1, tzinfo=UTC), "")
_TOPICS = Query(
    """
    SELECT id, title, section_id, replies, active_at, pinned_at, answered_at, solved_at, locked_at, archived_at
    FROM forum_topic WHERE state = 'published' AND forum_id = ? AND (active_at, id) < (?, ?)
    ORDER BY active_at DESC, id DESC LIMIT ?
    """,
    moments=("active_at", "pinned_at", "answered_at", "solved_at", "locked_at", "archived_at"),
)


async def topics_in(forum_id: str, before: Place | None, most: int) -> list[JSON]:
    """Topics that are shown, by when somebody last wrote there: those before a place, the latest first."""
    before = before or _LATEST
    rows = await _TOPICS.rows(forum_id, before.active_at, before.topic_id, most)
    return [row | {"pinned": row["pinned_at"] is not None, "state": state_of(row)} for row in rows]


async def titles_in(forum_id: str, ids: Collection[str]) -> dict[str, str]:
    """The titles of those of these topics that stand in the forum."""
    found = Topic.filter(forum_id=forum_id, id__in=list(ids))
    return {str(id_): str(title) for id_, title in await found.values_list("id", "title")}

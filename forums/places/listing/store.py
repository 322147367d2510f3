"""The queries behind lists of topics: by key, whatever the size of the forum."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from forums.places.listing.cursors import Place
from foundation.queries import Query

JSON = dict[str, Any]
_LAST = Place(datetime(9000, 1, 1, tzinfo=UTC), "")
_MOMENTS = (
    "created_at", "active_at", "pinned_at", "archived_at", "locked_at", "solved_at", "answered_at", "slowed_at",
)  # fmt: skip
_ROWS = """
    SELECT topic.*, latest.author_id AS latest_by, reading.last_number AS last_read
    FROM (
        SELECT id, forum_id, section_id, neighbourhood_id, title, author_id, replies, last_number, created_at,
               active_at, pinned_at, archived_at, locked_at, solved_at, answered_at, mode, slow_seconds, slowed_at,
               place_name, version
        FROM forum_topic WHERE state = 'published' AND
    """
# Who wrote last, and how far the asking person has read: of the topics of the page alone.
_JOINED = """
    ) AS topic
    LEFT JOIN forum_reply AS latest
      ON latest.topic_id = topic.id AND latest.number = topic.last_number AND latest.state = 'published'
    LEFT JOIN forum_reading AS reading ON reading.topic_id = topic.id AND reading.person_id = ?
    """
_OLDER, _NEWER = "(active_at, id) < (?, ?)", "(active_at, id) > (?, ?)"
_LATEST_FIRST = "ORDER BY topic.active_at DESC, topic.id DESC"
_LAST_FIRST = "ORDER BY topic.active_at, topic.id"
_IN_FORUM = "forum_id = ? AND"
# Sections are those of all of a force's forums of one kind. PostgreSQL follows an index through its NULLs only where
# the order names their column.
_IN_SECTION = "section_id = ? AND neighbourhood_id = ? AND"
_IN_SECTION_OF_ALL = "section_id = ? AND neighbourhood_id IS NULL AND"
_ORDERS = {
    (_IN_FORUM, False): "ORDER BY active_at DESC, id DESC LIMIT ?",
    (_IN_FORUM, True): "ORDER BY active_at, id LIMIT ?",
    (_IN_SECTION, False): "ORDER BY active_at DESC, id DESC LIMIT ?",
    (_IN_SECTION, True): "ORDER BY active_at, id LIMIT ?",
    (_IN_SECTION_OF_ALL, False): "ORDER BY neighbourhood_id DESC, active_at DESC, id DESC LIMIT ?",
    (_IN_SECTION_OF_ALL, True): "ORDER BY neighbourhood_id, active_at, id LIMIT ?",
}
_PAGES = {
    (scope, newer, pinned): Query(
        _ROWS, scope, "" if pinned else "pinned_at IS NULL AND", _NEWER if newer else _OLDER, order,
        _JOINED, _LAST_FIRST if newer else _LATEST_FIRST, moments=_MOMENTS,
    )
    for (scope, newer), order in _ORDERS.items()
    for pinned in (False, True)
}  # fmt: skip
# Few are pinned in a forum: also those of one section are looked for among them, and not among all of its topics.
_PINNED = "forum_id = ? AND pinned_at IS NOT NULL ORDER BY pinned_at DESC, id DESC LIMIT ?"
_LATEST_PINNED = "ORDER BY topic.pinned_at DESC, topic.id DESC"
_PINS = Query(_ROWS, _PINNED, _JOINED, _LATEST_PINNED, moments=_MOMENTS)
_SECTION_S_PINS = Query(_ROWS, "section_id = ? AND", _PINNED, _JOINED, _LATEST_PINNED, moments=_MOMENTS)
_TITLES = """
    SELECT id, forum_id, title, active_at, replies, archived_at, locked_at, solved_at, answered_at
    FROM forum_topic WHERE state = 'published' AND forum_id = ? ORDER BY active_at DESC, id DESC LIMIT ?
    """
_NEWEST = Query(_TITLES, moments=("active_at", "archived_at", "locked_at", "solved_at", "answered_at"))


async def topics(
    reader: str | None, forum: JSON, section: JSON | None, place: Place | None, limit: int, *, pinned: bool
) -> list[JSON]:
    """So many topics that are shown, in the order of activity: before a place, the latest first, or after it.

    What is newer than a place comes nearest first. `pinned`: also those that stand on top.
    """
    place = place or _LAST
    scope, values = _scope(forum, section)
    query = _PAGES[scope, place.newer, pinned]
    return await query.rows(*values, place.active_at, place.topic_id, limit, reader or "")


async def pinned_topics(reader: str | None, forum: JSON, section: JSON | None, limit: int) -> list[JSON]:
    """Those on top, the latest that was put there first."""
    if section is None:
        return await _PINS.rows(forum["id"], limit, reader or "")
    return await _SECTION_S_PINS.rows(section["id"], forum["id"], limit, reader or "")


async def newest_topics(forum_id: str, limit: int) -> list[JSON]:
    """The titles that were written under last."""
    return await _NEWEST.rows(forum_id, limit)


def _scope(forum: JSON, section: JSON | None) -> tuple[str, Sequence[str]]:
    if section is None:
        return _IN_FORUM, [forum["id"]]
    if forum["neighbourhood_id"] is None:
        return _IN_SECTION_OF_ALL, [section["id"]]
    return _IN_SECTION, [section["id"], forum["neighbourhood_id"]]

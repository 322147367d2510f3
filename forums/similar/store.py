"""The titles among which similar ones are looked for."""

from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
# The index of forum and activity gives the latest without a look at the others.
_LATEST = Query(
    """
    SELECT id, title, replies, answered_at, solved_at, locked_at, archived_at, active_at
    FROM forum_topic WHERE forum_id = ? AND state = 'published'
    ORDER BY active_at DESC, id DESC LIMIT 500
    """,
    moments=("answered_at", "solved_at", "locked_at", "archived_at", "active_at"),
)


async def latest_titles(forum_id: str) -> list[JSON]:
    """The topics of a forum that are shown and were written in last, as rows."""
    return await _LATEST.rows(forum_id)

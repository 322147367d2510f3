"""Which replies of a topic have a line in them."""

from typing import Any, Final

from foundation.queries import Query

JSON = dict[str, Any]
_MOST: Final = 50
# Both databases have REPLACE, and neither takes a sign of the words for one of its own by it.
_SAYING = Query(
    """
    SELECT id, number FROM forum_reply
    WHERE topic_id = ? AND id <> ? AND state = 'published' AND number IS NOT NULL AND REPLACE(body, ?, '') <> body
    ORDER BY number LIMIT ?
    """
)


async def replies_saying(topic_id: str, but: str, line: str) -> list[JSON]:
    """Those that are shown, but for one, as `{id, number}`: the first fifty."""
    return await _SAYING.rows(topic_id, but, line, _MOST)

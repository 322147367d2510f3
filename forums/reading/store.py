"""The replies of a topic, by their numbers."""

from typing import Any

from forums.reply_rows import replies_where
from foundation.queries import Query

JSON = dict[str, Any]
_MOMENTS = ("promise_kept_at", "created_at", "edited_at", "staff_edited_at")
_SHOWN = """
    SELECT id, topic_id, number, author_id, parent_id, html, state, version, official, promised_for, promise_kept_at,
           created_at, edited_at, staff_edited_at, pictures, held_reason
    FROM forum_reply
    """
_PAGE = Query(
    _SHOWN, "WHERE topic_id = ? AND number > ? ORDER BY number LIMIT ?", moments=_MOMENTS, truths=("official",)
)
_SOME = Query(_SHOWN, "WHERE topic_id = ? AND id IN ?", moments=_MOMENTS, truths=("official",))
_WHOLE_PAGE = replies_where("WHERE topic_id = ? AND number > ? ORDER BY number LIMIT ?")
_WAITING = """
    SELECT id, author_id, html, held_reason, state, created_at, staff_edited_at
    FROM forum_reply WHERE topic_id = ? AND number IS NULL AND state = 'held'
    """
_WAITED = ("created_at", "staff_edited_at")
_ALL_WAITING = Query(_WAITING, "ORDER BY id LIMIT 50", moments=_WAITED)
_OWN_WAITING = Query(_WAITING, "AND author_id = ? ORDER BY id LIMIT 50", moments=_WAITED)


async def page(topic_id: str, after: int, limit: int) -> list[JSON]:
    """At most so many replies after a number, in their order, whatever their state: without their sources."""
    return await _PAGE.rows(topic_id, after, limit)


async def some(topic_id: str, ids: list[str]) -> dict[str, JSON]:
    """These of a topic's replies, as `page` gives them."""
    return {row["id"]: row for row in (await _SOME.rows(topic_id, ids) if ids else [])}


async def whole_page(topic_id: str, after: int, limit: int) -> list[JSON]:
    """The same as `page`, with what clients get."""
    return await _WHOLE_PAGE.rows(topic_id, after, limit)


async def waiting(topic_id: str, author_id: str | None) -> list[JSON]:
    """Replies that wait for a moderator, the longest first: one author's, or everybody's."""
    return await (_OWN_WAITING.rows(topic_id, author_id) if author_id else _ALL_WAITING.rows(topic_id))

"""Replies as they are stored."""

from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
_MOMENTS = ("promise_kept_at", "created_at", "edited_at", "staff_edited_at")
_SELECTED = """
    SELECT id, topic_id, force_id, number, author_id, client_id, parent_id, body, html, pending_body, pending_html,
           state, held_reason, version, official, promised_for, promise_kept_at, created_at, edited_at,
           staff_edited_at, pictures
    FROM forum_reply
    """


def replies_where(condition: str) -> Query:
    """A query of whole replies; `condition` is SQL that is written in the code."""
    return Query(_SELECTED + condition, moments=_MOMENTS, truths=("official",))


_BY_ID = replies_where("WHERE id = ?")
_BY_NUMBER = replies_where("WHERE topic_id = ? AND number = ?")
_BY_CLIENT_ID = replies_where("WHERE author_id = ? AND client_id = ?")
_TOPIC_OF = Query("SELECT topic_id FROM forum_reply WHERE id = ?")


async def find_reply(reply_id: str) -> JSON | None:
    """One reply, whatever its state."""
    rows = await _BY_ID.rows(reply_id)
    return rows[0] if rows else None


async def topic_of(reply_id: str) -> str | None:
    """The id of the topic that a reply stands in; None where there is no such reply."""
    rows = await _TOPIC_OF.rows(reply_id)
    return str(rows[0]["topic_id"]) if rows else None


async def find_number(topic_id: str, number: int) -> JSON | None:
    """A topic's reply of that number; 1 is its own text."""
    rows = await _BY_NUMBER.rows(topic_id, number)
    return rows[0] if rows else None


async def find_by_client_id(author_id: str, client_id: str) -> JSON | None:
    """What somebody sent under that id of their client's, if anything."""
    rows = await _BY_CLIENT_ID.rows(author_id, client_id)
    return rows[0] if rows else None

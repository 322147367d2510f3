"""Messages as they are stored, and which of them may be shown."""

from collections.abc import Iterable
from typing import Any

from foundation.queries import Query
from rooms.models import MessageState

JSON = dict[str, Any]
MESSAGE_FIELDS = (
    "id", "room_id", "author_id", "client_id", "kind", "state", "body", "html", "reply_to", "posted_seq", "text_seq",
    "emergency", "created_at", "edited_at", "held_reason", "pending_body", "pending_html", "relayed", "revision",
    "staff_edited_at",
)  # fmt: skip
_MESSAGES = """
    SELECT id, room_id, author_id, client_id, kind, state, body, html, reply_to, posted_seq, text_seq,
           emergency, created_at, edited_at, held_reason, pending_body, pending_html, relayed, revision,
           staff_edited_at
    FROM room_message
    """


def messages_where(condition: str) -> Query:
    """A query of messages with MESSAGE_FIELDS; `condition` is SQL that is written in the code."""
    return Query(_MESSAGES + condition, moments=("created_at", "edited_at", "staff_edited_at"), truths=("emergency",))


_BY_ID = messages_where("WHERE id IN ?")


async def messages_by_id(ids: Iterable[str]) -> dict[str, JSON]:
    """Messages with the questions that answers among them belong to."""
    wanted = list(set(ids))
    if not wanted:
        return {}
    found = {row["id"]: row for row in await _BY_ID.rows(wanted)}
    questions = {row["reply_to"] for row in found.values() if row["kind"] == "answer"} - found.keys() - {None}
    if questions:
        found |= {row["id"]: row for row in await _BY_ID.rows(list(questions))}
    return found


def is_public(message: JSON, messages: dict[str, JSON]) -> bool:
    """Whether a message's words may be shown: it is published, and so is the question that it answers."""
    if message["state"] != MessageState.PUBLISHED:
        return False
    question = messages.get(message["reply_to"] or "") if message["kind"] == "answer" else None
    return question is None or question["state"] == MessageState.PUBLISHED

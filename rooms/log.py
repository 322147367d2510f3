"""The room log: appended under the room's own counter, and served without what was taken down.

Every reader, live or late, page or transcript, gets entries from `read`, so that hidden words have one way out: none.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from accounts.people import persons
from foundation import clock
from foundation.errors import Closed
from foundation.ids import new_id
from foundation.language import _
from foundation.queries import Query
from rooms.models import LogEntry, MessageState
from rooms.telling import told_by_subject

JSON = dict[str, Any]
LONGEST_PAGE = 500

_ROW = ("seq", "kind", "at", "message_id", "answer_id", "subject_id", "data")
MESSAGE_FIELDS = (
    "id", "room_id", "author_id", "client_id", "kind", "state", "body", "html", "reply_to", "posted_seq", "text_seq",
    "emergency", "created_at", "edited_at", "held_reason", "pending_body", "pending_html", "relayed",
)  # fmt: skip
_MESSAGES = """
    SELECT id, room_id, author_id, client_id, kind, state, body, html, reply_to, posted_seq, text_seq,
           emergency, created_at, edited_at, held_reason, pending_body, pending_html, relayed
    FROM room_message
    """


def messages_where(condition: str) -> Query:
    """A query of messages with MESSAGE_FIELDS; `condition` is SQL that is written in the code."""
    return Query(_MESSAGES + condition, moments=("created_at", "edited_at"), truths=("emergency",))


_BY_ID = messages_where("WHERE id IN ?")
_RAISED = Query("UPDATE room SET last_seq = last_seq + 1 WHERE id = ? RETURNING last_seq")
_RAISED_WHILE_OPEN = Query(
    "UPDATE room SET last_seq = last_seq + 1 WHERE id = ? AND status = 'open' RETURNING last_seq"
)
_RAISED_UNTIL_CLOSED = Query(
    "UPDATE room SET last_seq = last_seq + 1 WHERE id = ? AND status IN ('scheduled', 'open') RETURNING last_seq"
)
_ADD = Query(
    """
    INSERT INTO room_log_entry (id, room_id, seq, kind, at, message_id, answer_id, subject_id, data)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
)
_LAST_SEQ = Query("SELECT last_seq FROM room WHERE id = ?")


@dataclass(frozen=True)
class Row:
    """An entry as it is stored: which message, poll, promise … it is about, but none of its words."""

    seq: int
    kind: str
    at: datetime
    message_id: str | None = None
    answer_id: str | None = None
    subject_id: str | None = None
    data: JSON = field(default_factory=dict)


async def append(
    room_id: str,
    kind: str,
    *,
    message_id: str | None = None,
    answer_id: str | None = None,
    subject_id: str | None = None,
    data: JSON | None = None,
    words: bool = False,
    early: bool = False,
) -> Row:
    """Append one entry inside the caller's transaction; its `seq` is the room's counter, raised under the row's lock.

    `words`: refuse with Closed unless the room is open at this very moment, or is yet to open where they come `early`.
    """
    counter = _RAISED if not words else _RAISED_UNTIL_CLOSED if early else _RAISED_WHILE_OPEN
    raised = await counter.rows(room_id)
    if not raised:
        raise Closed(_("This room is not open, so nothing can be said in it now."))
    seq = int(raised[0]["last_seq"])
    row = Row(seq, kind, clock.now(), message_id, answer_id, subject_id, data or {})
    ids = (message_id, answer_id, subject_id)
    await _ADD.rows(new_id(), room_id, seq, kind, row.at, *ids, json.dumps(row.data))
    return row


async def last_seq(room_id: str) -> int:
    """How far the log reaches; 0 for an empty one."""
    [row] = await _LAST_SEQ.rows(room_id)
    return int(row["last_seq"])


async def read(room_id: str, after: int, limit: int) -> list[JSON]:
    """The entries that follow `after`, at most `limit`, as they may be served now."""
    entries = LogEntry.filter(room_id=room_id, seq__gt=max(after, 0)).order_by("seq")
    rows = [Row(**values) for values in await entries.limit(max(1, min(limit, LONGEST_PAGE))).values(*_ROW)]
    return await served(rows)


async def served(rows: Sequence[Row]) -> list[JSON]:
    """Entries as the contract has them, with authors and words as the record allows them now."""
    messages = await messages_by_id(_mentioned(rows))
    people = await persons({message["author_id"] for message in messages.values()})
    told = await told_by_subject((row.kind, row.subject_id) for row in rows)
    return [_entry(row, messages, people, told.get(row.subject_id or "", {})) for row in rows]


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


def _mentioned(rows: Iterable[Row]) -> set[str]:
    return {id_ for row in rows for id_ in (row.message_id, row.answer_id) if id_ is not None}


def _entry(row: Row, messages: dict[str, JSON], people: dict[str, JSON], told: JSON) -> JSON:
    data = row.data | told
    if row.message_id is not None:
        data |= _about(row, messages[row.message_id], messages, people)
    return {"seq": row.seq, "kind": row.kind, "at": clock.rfc3339(row.at), "data": data}


def _about(row: Row, message: JSON, messages: dict[str, JSON], people: dict[str, JSON]) -> JSON:
    """What an entry says of its message; words only where this entry is the one that carries them."""
    shown = is_public(message, messages) and message["text_seq"] == row.seq
    data: JSON = {"id": message["id"]}
    if row.kind in {"message_posted", "message_edited", "message_restored"}:
        data |= {"body": message["body"] if shown else None, "html": message["html"] if shown else None}
    if row.kind == "message_posted":
        data |= {
            "client_id": message["client_id"],
            "author": people[message["author_id"]],
            "kind": message["kind"],
            "reply_to": message["reply_to"],
        }
        if message["relayed"]:
            data["relayed"] = message["relayed"]
    if row.answer_id is not None:
        data |= _answer(row, messages[row.answer_id], messages, people)
    return data


def _answer(row: Row, answer: JSON, messages: dict[str, JSON], people: dict[str, JSON]) -> JSON:
    shown = is_public(answer, messages) and answer["text_seq"] == row.seq
    return {
        "by": people[answer["author_id"]],
        "answer": answer["body"] if shown else None,
        "answer_html": answer["html"] if shown else None,
        "answer_id": answer["id"],
    }

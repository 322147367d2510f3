"""The room log: appended under the room's own counter, so that the order of commits is its order."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from foundation import clock
from foundation.errors import Closed
from foundation.ids import new_id
from foundation.language import _
from foundation.queries import Query

JSON = dict[str, Any]


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

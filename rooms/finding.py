"""What can be found of surgeries: the words of those that are closed, as their transcripts give them.

Called in the transaction that shows or takes down words, under the room's lock: what another takes down at this moment
could be put back else. A private conversation is never found, nor what is said while a room is open.
"""

from collections.abc import Sequence
from typing import Any

from foundation.queries import Query
from foundation.search.entries import Entry, put, remove, remove_under
from foundation.text import plain_words
from rooms.message_rows import is_public

JSON = dict[str, Any]
SURGERY, MESSAGE = "surgery", "message"

_WITH_THEIR_ROOMS = """
    SELECT message.id, message.kind, message.state, message.reply_to, message.html, message.created_at,
           room.id AS room_id, room.force_id, room.neighbourhood_id
    FROM room_message message JOIN room ON room.id = message.room_id
    WHERE room.kind = 'surgery' AND room.status = 'closed'
    """
_MESSAGES = Query(_WITH_THEIR_ROOMS, "AND message.id IN ?", moments=("created_at",))
_AROUND = Query(
    _WITH_THEIR_ROOMS, "AND (message.id IN ? OR (message.reply_to IN ? AND message.kind = 'answer'))",
    moments=("created_at",),
)  # fmt: skip
_OF_ROOM = Query(_WITH_THEIR_ROOMS, "AND room.id = ?", moments=("created_at",))
_SURGERY = Query(
    """
    SELECT surgery.id, surgery.title, surgery.topic, surgery.starts_at, room.force_id, room.neighbourhood_id
    FROM surgery JOIN room ON room.id = surgery.room_id
    WHERE surgery.id = ? AND room.kind = 'surgery' AND room.status = 'closed'
    """,
    moments=("starts_at",),
)

_NEXT = Query("SELECT id FROM room WHERE kind = 'surgery' AND status = 'closed' AND id > ? ORDER BY id LIMIT 1")
_LOCK = Query("UPDATE room SET last_seq = last_seq WHERE id = ?")
_GONE = Query(
    """
    DELETE FROM search_entry WHERE (kind = 'surgery' AND target_id NOT IN (SELECT id FROM surgery))
        OR (kind = 'message' AND target_id NOT IN (SELECT id FROM room_message WHERE state = 'published'))
    """
)


async def messages_changed(ids: Sequence[str]) -> None:
    """Let these messages be found as they are now, or not; questions with their answers, answers with their questions.

    Nothing is done about those of a room that is not closed yet.
    """
    rows = await _MESSAGES.rows(list(ids)) if ids else []
    if not rows:
        return
    questions = [row["reply_to"] if row["kind"] == "answer" else row["id"] for row in rows]
    around = sorted({*(row["id"] for row in rows), *filter(None, questions)})
    await _settle(await _AROUND.rows(around, around))


async def surgery_closed(room_id: str) -> None:
    """Let a surgery that is closed be found, and all that its transcript gives of it."""
    for row in await _SURGERY.rows(room_id):
        await put([_surgery(row)])
        await _settle(await _OF_ROOM.rows(room_id))


async def found_again(after: str) -> tuple[int, str]:
    """Put the next closed surgery after this id into the index anew, under its lock; inside a transaction.

    Gives how many there were, one or none, and its id.
    """
    rows = await _NEXT.rows(after)
    for row in rows:
        await _LOCK.rows(row["id"])
        await remove_under(row["id"])
        await surgery_closed(row["id"])
    return len(rows), rows[-1]["id"] if rows else after


async def forget_what_is_gone() -> None:
    """Take out what stands in the index and is shown in no room; inside a transaction."""
    await _GONE.rows()


async def _settle(rows: Sequence[JSON]) -> None:
    known = {row["id"]: row for row in rows}
    shown = {row["id"]: row for row in rows if is_public(row, known)}
    answered = {row["reply_to"] for row in shown.values() if row["kind"] == "answer"}
    await put([_message(row, answered) for row in shown.values()])
    await remove(MESSAGE, [id_ for id_ in known if id_ not in shown])


def _message(row: JSON, answered: set[str]) -> Entry:
    return Entry(
        kind=MESSAGE,
        id=row["id"],
        parent_id=row["room_id"],
        force_id=row["force_id"],
        neighbourhood_id=row["neighbourhood_id"],
        path=f"/surgeries/{row['room_id']}/transcript#m-{row['id']}",
        at=row["created_at"],
        words=plain_words(row["html"]),
        answered=row["kind"] == "answer" or row["id"] in answered,
    )


def _surgery(row: JSON) -> Entry:
    return Entry(
        kind=SURGERY,
        id=row["id"],
        force_id=row["force_id"],
        neighbourhood_id=row["neighbourhood_id"],
        path=f"/surgeries/{row['id']}/transcript",
        at=row["starts_at"],
        title=row["title"],
        words=row["topic"],
    )

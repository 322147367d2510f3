"""Messages as moderation sees them: see `moderation.content.Moderated`."""

from collections.abc import Collection, Sequence
from typing import Any, Final

from foundation.ids import is_id
from foundation.queries import Query
from moderation.content import Content, Line, State
from rooms.models import MessageState, RoomKind, Status

JSON = dict[str, Any]
TYPE: Final = "message"

_FETCH = Query(
    """
    SELECT message.id, message.room_id, message.author_id, message.state, message.body, message.pending_body,
           message.revision, message.created_at, room.force_id, room.neighbourhood_id, room.status, room.kind,
           COALESCE(surgery.title, '') AS title
    FROM room_message message JOIN room ON room.id = message.room_id LEFT JOIN surgery ON surgery.id = room.id
    WHERE message.id IN ? AND room.kind <> 'booth'
    """,
    moments=("created_at",),
)
_STATES = {
    MessageState.HELD: State.HELD,
    MessageState.PUBLISHED: State.PUBLISHED,
    MessageState.HIDDEN: State.HIDDEN,
    MessageState.REJECTED: State.HIDDEN,
    MessageState.WITHDRAWN: State.GONE,
}
_BEFORE = Query(
    """
    SELECT id, author_id, state, body, created_at FROM room_message
    WHERE room_id = ? AND id < ? AND state <> 'held' ORDER BY id DESC LIMIT ?
    """,
    moments=("created_at",),
)
_AFTER = Query(
    """
    SELECT id, author_id, state, body, created_at FROM room_message
    WHERE room_id = ? AND id > ? AND state <> 'held' ORDER BY id LIMIT ?
    """,
    moments=("created_at",),
)


async def fetch(ids: Collection[str]) -> dict[str, Content]:
    """Messages by their ids; nothing of a booth, which nobody moderates."""
    wanted = [id_ for id_ in set(ids) if is_id(id_)]
    return {row["id"]: _content(row) for row in (await _FETCH.rows(wanted) if wanted else [])}


async def context(content: Content, lines: int) -> Sequence[Line]:
    """What was said in the room around a message."""
    before = await _BEFORE.rows(content.place_id, content.id, lines)
    after = await _AFTER.rows(content.place_id, content.id, lines)
    itself = Line(content.id, content.author_id, content.words, content.at, this=True)
    return [*map(_line, reversed(before)), itself, *map(_line, after)]


def _content(row: JSON) -> Content:
    live = row["status"] == Status.OPEN
    path = f"/surgeries/{row['room_id']}" if row["kind"] == RoomKind.SURGERY else f"/logs/{row['room_id']}"
    return Content(
        type=TYPE,
        id=row["id"],
        revision=row["revision"],
        state=_STATES[row["state"]],
        author_id=row["author_id"],
        force_id=row["force_id"],
        neighbourhood_id=row["neighbourhood_id"],
        body=row["body"],
        pending=row["pending_body"],
        at=row["created_at"],
        path=f"{path}#m-{row['id']}",
        place_type="room",
        place_id=row["room_id"],
        place_name=row["title"],
        live=live,
    )


def _line(row: JSON) -> Line:
    shown = row["state"] == MessageState.PUBLISHED
    return Line(row["id"], row["author_id"], row["body"] if shown else None, row["created_at"])

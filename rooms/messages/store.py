"""Every query and insert about messages."""

from datetime import datetime, timedelta
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from rooms.finding import messages_changed
from rooms.message_rows import MESSAGE_FIELDS, messages_where
from rooms.models import Message, MessageState

JSON = dict[str, Any]
_OF_ID = messages_where("WHERE room_id = ? AND id = ?")
_OF_CLIENT_ID = messages_where("WHERE author_id = ? AND room_id = ? AND client_id = ?")

_ADD = Query(
    """
    INSERT INTO room_message (
        id, room_id, author_id, client_id, kind, state, body, html, reply_to, posted_seq, text_seq,
        emergency, created_at, edited_at, held_reason, pending_body, pending_html, relayed, revision,
        staff_edited_at
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
)
"""The columns in the order of MESSAGE_FIELDS."""


async def add_message(room_id: str, author_id: str, values: JSON) -> JSON:
    """Insert a message and give it back as a row; raises IntegrityError where its client_id was used before."""
    row = dict.fromkeys(MESSAGE_FIELDS) | {
        "id": new_id(),
        "room_id": room_id,
        "author_id": author_id,
        "created_at": clock.now(),
        "held_reason": "",
        "emergency": False,
        "revision": 1,
    }
    row |= values
    await _ADD.rows(*(row[name] for name in MESSAGE_FIELDS))
    return row


async def set_message(message: JSON, state: MessageState, /, **changes: Any) -> bool:
    """Change a message that is still in `state`; False when it was changed by somebody else in between."""
    changed = bool(await Message.filter(id=message["id"], state=state).update(**changes))
    await messages_changed([message["id"]])
    return changed


async def set_message_as_read(message: JSON, **changes: Any) -> bool:
    """Change a message whose state and words are still those of `message`; False when any of them is not."""
    unread = {name: message[name] for name in ("state", "body", "pending_body")}
    same = {f"{name}__isnull" if value is None else name: value is None or value for name, value in unread.items()}
    changed = bool(await Message.filter(id=message["id"], **same).update(**changes))
    await messages_changed([message["id"]])
    return changed


async def set_text_seq(message_id: str, seq: int) -> None:
    """Let another entry of the log carry a message's words from now on."""
    await Message.filter(id=message_id).update(text_seq=seq)


async def find_message(room_id: str, message_id: str) -> JSON | None:
    found = await _OF_ID.rows(room_id, message_id)
    return found[0] if found else None


async def ids_in(room_id: str) -> list[str]:
    """The ids of all that was ever said in a room."""
    return [str(id_) for id_ in await Message.filter(room_id=room_id).values_list("id", flat=True)]


async def find_by_client_id(room_id: str, author_id: str, client_id: str) -> JSON | None:
    found = await _OF_CLIENT_ID.rows(author_id, room_id, client_id)
    return found[0] if found else None


async def find_answer(question_id: str, room_id: str) -> JSON | None:
    """The answer that a question has, if any that was not taken back."""
    answers = Message.filter(room_id=room_id, reply_to=question_id, kind="answer").exclude(state=MessageState.WITHDRAWN)
    found = await answers.order_by("-posted_seq").limit(1).values(*MESSAGE_FIELDS)
    return found[0] if found else None


async def held_in(room_id: str, author_id: str | None = None) -> list[JSON]:
    """What waits in a room, oldest first: new words and edits; one author's, or everybody's."""
    mine = {"author_id": author_id} if author_id else {}
    new = await Message.filter(room_id=room_id, state=MessageState.HELD, **mine).values(*MESSAGE_FIELDS)
    edits = await Message.filter(
        room_id=room_id, state=MessageState.PUBLISHED, pending_body__isnull=False, **mine
    ).values(*MESSAGE_FIELDS)
    return sorted([*new, *edits], key=lambda row: str(row["id"]))


async def rooms_with_words_of(author_id: str) -> list[str]:
    """The rooms in which somebody said something."""
    spoke = Message.filter(author_id=author_id).distinct()
    return [str(room) for room in await spoke.values_list("room_id", flat=True)]


async def last_said_at(room_id: str, author_id: str, within: timedelta) -> datetime | None:
    """When this person last said or edited something here, if it was within that time."""
    said = await _latest("created_at", room_id, author_id, within)
    edited = await last_edited_at(room_id, author_id, within)
    return max(filter(None, (said, edited)), default=None)


async def last_edited_at(room_id: str, author_id: str, within: timedelta) -> datetime | None:
    """When this person last edited something here, if it was within that time."""
    return await _latest("edited_at", room_id, author_id, within)


async def _latest(column: str, room_id: str, author_id: str, within: timedelta) -> datetime | None:
    recent = {f"{column}__gt": clock.now() - within}
    rows = Message.filter(room_id=room_id, author_id=author_id, **recent).order_by(f"-{column}").limit(1).values(column)
    return next((row[column] for row in await rows), None)

"""Every query of the replies that followers are still to hear of."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from forums.following.telling.models import ToTell
from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query

JSON = dict[str, Any]
_DUE = Query(
    """
    SELECT id FROM forum_to_tell WHERE due_at <= ? AND (leased_until IS NULL OR leased_until <= ?)
    ORDER BY due_at, id LIMIT ?
    """
)
_CLAIM = Query(
    """
    UPDATE forum_to_tell SET leased_until = ? WHERE id = ? AND (leased_until IS NULL OR leased_until <= ?)
    RETURNING id, reply_id, topic_id, due_at, after_person_id
    """,
    moments=("due_at",),
)
# Of two that hold the same row, because one was away for longer than its lease, one goes on.
_ADVANCE = Query(
    """
    UPDATE forum_to_tell SET after_person_id = ?, leased_until = ? WHERE id = ? AND after_person_id = ?
    RETURNING id, reply_id, topic_id, due_at, after_person_id
    """,
    moments=("due_at",),
)
_UNTOLD = Query("SELECT id FROM forum_to_tell WHERE reply_id = ? AND after_person_id = ''")
_DONE = Query("DELETE FROM forum_to_tell WHERE id = ? AND after_person_id = ? RETURNING id")


async def add_to_tell(reply: str, topic: str) -> None:
    """Have the followers told of a reply, once. Inside the transaction that shows it."""
    row = ToTell(id=new_id(), reply_id=reply, topic_id=topic, due_at=clock.now())
    await ToTell.bulk_create([row], ignore_conflicts=True)


async def is_to_be_told(reply: str) -> bool:
    """Whether nobody has been told of a reply yet, and its followers will be."""
    return bool(await _UNTOLD.rows(reply))


async def due(now: datetime, limit: int) -> Sequence[str]:
    """The ids of what is to be told and that nobody is telling, the oldest first."""
    return [row["id"] for row in await _DUE.rows(now, now, limit)]


async def claim(id_: str, now: datetime, until: datetime) -> JSON | None:
    """What is to be told, for this process alone until then; None where another has it."""
    rows = await _CLAIM.rows(until, id_, now)
    return rows[0] if rows else None


async def advance(row: JSON, upto: str | None, until: datetime) -> tuple[bool, JSON | None]:
    """Note that all up to a person are told (None: all); first thing in a portion's transaction.

    Gives whether this is so for the first time, and the row as it goes on.
    """
    if upto is None:
        return bool(await _DONE.rows(row["id"], row["after_person_id"])), None
    rows = await _ADVANCE.rows(upto, until, row["id"], row["after_person_id"])
    return bool(rows), rows[0] if rows else None


async def remove_to_tell(replies: Collection[str]) -> None:
    """Have nobody told of these any more. Inside a transaction."""
    await ToTell.filter(reply_id__in=list(replies)).delete()

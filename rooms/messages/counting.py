"""How much is said in rooms, for the report on moderation."""

from datetime import datetime

from foundation.ids import first_id
from foundation.queries import Query

# By the ids, which sort by time and have the table's own index.
_SAID = "SELECT COUNT(*) AS number FROM room_message message"
_PUBLIC = "message.id >= ? AND message.id < ? AND room.kind <> 'booth'"
_OF_ALL = Query(f"{_SAID} JOIN room ON room.id = message.room_id WHERE {_PUBLIC}")
_OF_FORCE = Query(f"{_SAID} JOIN room ON room.id = message.room_id WHERE {_PUBLIC} AND room.force_id = ?")


async def count_messages(force: str | None, since: datetime, until: datetime) -> int:
    """Messages, questions and answers written in a force's rooms (None: in all), whatever became of them.

    Not what was said in private.
    """
    between = (first_id(since), first_id(until))
    rows = await (_OF_ALL.rows(*between) if force is None else _OF_FORCE.rows(*between, force))
    return int(rows[0]["number"])

"""Where people wrote last in public: there their names stand, and its moderators decide about them."""

from collections.abc import Callable, Collection
from typing import Any

from foundation.queries import Query
from moderation.people.ports import Place
from rooms.models import RoomKind, Status

# Nobody learns from it that somebody talked in a booth.
_LAST = Query(
    """
    SELECT message.author_id, room.id, room.kind, room.status, room.force_id, room.neighbourhood_id,
           COALESCE(surgery.title, '') AS title
    FROM room_message message JOIN room ON room.id = message.room_id LEFT JOIN surgery ON surgery.id = room.id
    WHERE message.id IN (
        SELECT MAX(said.id) FROM room_message said JOIN room place ON place.id = said.room_id
        WHERE said.author_id IN ? AND said.state <> 'held' AND place.kind <> 'booth' GROUP BY said.author_id
    )
    """
)


async def last_places(people: Collection[str], present: Callable[[str], int]) -> dict[str, Place]:
    """The room of each person's last words; `present` counts who is in a room now."""
    rows = await _LAST.rows(list(people)) if people else []
    return {row["author_id"]: _place(row, present) for row in rows}


def _place(row: dict[str, Any], present: Callable[[str], int]) -> Place:
    path = f"/surgeries/{row['id']}" if row["kind"] == RoomKind.SURGERY else f"/logs/{row['id']}"
    live = row["status"] == Status.OPEN
    return Place(
        "room", row["id"], row["title"], path, row["force_id"], row["neighbourhood_id"], live, present(row["id"])
    )  # fmt: skip

"""Which messages of a room somebody has flagged, and nobody has decided about since."""

from foundation.queries import Query
from moderation.flags.standing import undecided_in

_MOST = 500
_SHOWN = Query("SELECT id FROM room_message WHERE id IN ? AND state = 'published'")


async def flagged_in(room_id: str) -> dict[str, list[str]]:
    """The reasons for which each was flagged, by the message's id; only those that are still shown."""
    reasons = await undecided_in("room", room_id, "message", _MOST)
    shown = await _SHOWN.rows(list(reasons)) if reasons else []
    return {row["id"]: reasons[row["id"]] for row in shown}

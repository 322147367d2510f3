"""Which messages of a room somebody has flagged, and nobody has decided about since."""

from collections import defaultdict

from foundation.queries import Query
from moderation.flagged import UNDECIDED

_MOST = 500
# By the room, for the flags of all forces are many: those of others must not crowd this one's out.
_OF_ROOM = """
    SELECT flag.target_id, flag.reason
    FROM room_message message JOIN flag ON flag.target_type = 'message' AND flag.target_id = message.id
    WHERE message.room_id = ? AND message.state = 'published' AND
    """
_FLAGGED = Query(_OF_ROOM + UNDECIDED + " ORDER BY flag.at DESC LIMIT ?")


async def flagged_in(room_id: str) -> dict[str, list[str]]:
    """The reasons for which each was flagged, by the message's id; only those that are still shown."""
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for row in await _FLAGGED.rows(room_id, _MOST):
        reasons[row["target_id"]].append(row["reason"])
    return dict(reasons)

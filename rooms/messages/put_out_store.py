"""The query for guests who came from where another one was put out before."""

from datetime import timedelta
from typing import Final

from foundation import clock
from foundation.queries import Query

LOOKED_BACK: Final = timedelta(hours=24)

# By the network that the audit has of everybody who joins: no address is kept for this, and no device. Who was here
# already when the other one was put out is somebody else.
_FOLLOWED = Query(
    """
    SELECT 1 FROM (
        SELECT person_id, created_at AS at FROM room_restriction
        WHERE room_id = ? AND kind = 'remove' AND ended_at IS NULL AND created_at > ?
        UNION ALL
        SELECT person_id, proposed_at AS at FROM ban WHERE force_id = ? AND ended_at IS NULL AND proposed_at > ?
    ) AS put_out
    JOIN audit_entry joined ON joined.actor_id = put_out.person_id AND joined.act = 'guest.join'
    JOIN person ON person.id = ? AND person.created_at > put_out.at
    WHERE joined.address = ? LIMIT 1
    """
)


async def follows_one_who_was_put_out(room: str, force: str, guest: str, network: str) -> bool:
    """Whether a guest joined after another one from this network was put out of this room, or of the force's places.

    Of the last LOOKED_BACK alone, and while that stands.
    """
    since = clock.now() - LOOKED_BACK
    return bool(await _FOLLOWED.rows(room, since, force, since, guest, network))

"""Who looked first at a drill, and when."""

from datetime import datetime
from typing import Any

from moderation.drills import store
from moderation.queue.claims_store import CLAIM_LASTS


async def first_look(drill: dict[str, Any]) -> tuple[str | None, datetime] | None:
    """The person and the moment: they answered the call, took the item, or decided, whatever came first.

    `drill` is a row of `store.going_on`. None: nobody yet.
    """
    looks = [
        (drill["page_seen_by_id"], drill["page_seen_at"]),
        (drill["claimed_by_id"], drill["claimed_until"] and drill["claimed_until"] - CLAIM_LASTS),
    ]
    if drill["decision_id"]:
        looks.append((await store.decided_by(drill["decision_id"]), drill["decided_at"]))
    return min((look for look in looks if look[0] and look[1]), key=lambda look: look[1], default=None)

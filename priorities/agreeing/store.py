"""Every query and change about panels and what they agreed."""

from typing import Any

from foundation.queries import Query
from priorities.agreeing.models import Agreement

JSON = dict[str, Any]
_AGREEMENT = ("id", "agreed", "advised", "reason", "by_id", "surgery_id", "at", "changes", "version")
_MEMBERS = Query(
    """
    SELECT member.person_id, member.named_by_id, member.at, member.accepted_at, person.role
    FROM priority_panel_member member JOIN person ON person.id = member.person_id
    WHERE member.round_id = ? AND member.left_at IS NULL AND person.closed_at IS NULL
    ORDER BY member.at, member.id
    """,
    moments=("at", "accepted_at"),
)
_NEIGHBOUR = Query(
    """
    SELECT person.id, person.age_band
    FROM person
    WHERE person.name = ? AND person.role = 'resident' AND person.home_id = ?
        AND person.closed_at IS NULL AND person.suspended_at IS NULL
    """
)


async def find_agreement(round_id: str) -> JSON | None:
    """What the panel of a round agreed on."""
    rows = await Agreement.filter(id=round_id).values(*_AGREEMENT)
    return rows[0] if rows else None

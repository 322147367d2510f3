"""The rows of panels and of what they agreed on, as the rest of priorities reads them."""

from typing import Any

from foundation.queries import Query
from priorities.agreeing.models import Agreement, PanelMember

JSON = dict[str, Any]
_AGREEMENT = ("id", "agreed", "advised", "reason", "by_id", "surgery_id", "at", "residents", "changes", "version")
_MEMBERS = Query(
    """
    SELECT member.person_id, member.at, member.accepted_at, person.role
    FROM priority_panel_member member JOIN person ON person.id = member.person_id
    WHERE member.round_id = ? AND member.left_at IS NULL
        AND person.closed_at IS NULL AND person.suspended_at IS NULL
    ORDER BY member.at, member.id
    """,
    moments=("at", "accepted_at"),
)


async def find_agreement(round_id: str) -> JSON | None:
    """What the panel of a round agreed on."""
    rows = await Agreement.filter(id=round_id).values(*_AGREEMENT)
    return rows[0] if rows else None


async def taken_off(round_id: str) -> list[JSON]:
    """Why and when staff took residents off a panel, the last first: without their names."""
    found = PanelMember.filter(round_id=round_id, left_at__not_isnull=True).exclude(left_why="")
    return list(await found.order_by("-left_at", "-id").values("left_at", "left_why"))


async def members_of(round_id: str) -> list[JSON]:
    """Who is on a panel or was asked, the first first: `person_id`, `role`, `at`, `accepted_at` (None: only asked)."""
    return await _MEMBERS.rows(round_id)

"""What people are shown as, and what was taken from them: for who moderates names and pictures."""

from collections.abc import Collection
from typing import Any

from foundation.queries import Query

_ROWS = Query(
    """
    SELECT person.id, person.name, person.role, person.name_refused, person.avatar, person.avatar_refused, person.photo,
           person.created_at, person.closed_at, person.suspended_at, person.confirmed_at, person.force_id,
           person.neighbourhood_id AS home_id, neighbourhood.force_id AS home_force
    FROM person LEFT JOIN neighbourhood ON neighbourhood.id = person.neighbourhood_id
    WHERE person.id IN ?
    """,
    moments=("created_at", "closed_at", "suspended_at", "confirmed_at"),
)


async def shown_and_withheld(ids: Collection[str]) -> dict[str, dict[str, Any]]:
    """By id: `name`, `avatar` and `photo` as shown now, `name_refused` and `avatar_refused` as taken away, `role`,
    `force_id` of staff, `confirmed_at` of who was confirmed as local, and `home_id` with `home_force` of who lives
    somewhere.
    """
    rows = await _ROWS.rows(list(set(ids))) if ids else []
    return {row["id"]: row for row in rows}

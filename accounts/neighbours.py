"""Residents of a neighbourhood by name, for staff who meet them at the door."""

from collections.abc import Collection
from typing import Any

from accounts.models import Person
from accounts.names.skeletons import name_skeleton
from accounts.people import tier_of
from foundation.permissions import Role
from foundation.queries import Query

_LISTED = 20
_SHORTEST = 2
_SHOWN = ("id", "name", "role", "confirmed_at", "postcode_given_at")
# As `_living` has it, in SQL.
_RESIDENT = Query(
    """
    SELECT id, name, role, confirmed_at, postcode_given_at FROM person
    WHERE id = ? AND neighbourhood_id = ? AND role = 'resident' AND closed_at IS NULL AND suspended_at IS NULL
    """,
    moments=("confirmed_at", "postcode_given_at"),
)


async def residents_named(neighbourhood: str, name: str) -> list[dict[str, Any]]:
    """Those whose shown name holds this, however it is spelled, by name: `id`, `name`, `tier`. At most twenty.

    Nobody for less than two letters. The full name that somebody gave and is not shown under finds nobody.
    """
    sought = name_skeleton(name)
    if len(sought) < _SHORTEST:
        return []
    found = _living(neighbourhood).filter(name_skeleton__contains=sought)
    rows = await found.order_by("name", "id").limit(_LISTED).values(*_SHOWN)
    return [_shown(row) for row in rows]


async def resident_of(neighbourhood: str, person: str) -> dict[str, Any] | None:
    """One of them by id, or None for who does not live there."""
    rows = await _RESIDENT.rows(person, neighbourhood)
    return _shown(rows[0]) if rows else None


async def names_taken(neighbourhood: str, names: Collection[str]) -> set[str]:
    """Which of these are the name of a resident with an account there, the shown or the full one, however spelled."""
    known: set[str] = set()
    for shown, full in await _living(neighbourhood).values_list("name_skeleton", "full_name"):
        known |= {shown, name_skeleton(full)} if full else {shown}
    return {name for name in names if name_skeleton(name) in known}


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    return {"id": row["id"], "name": row["name"], "tier": tier_of(row)}


def _living(neighbourhood: str) -> Any:
    return Person.filter(role=Role.RESIDENT, neighbourhood_id=neighbourhood, closed_at=None, suspended_at=None)

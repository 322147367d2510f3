"""Posts: what somebody on the staff holds."""

from dataclasses import dataclass
from typing import Any

from foundation.permissions import Role, Scope


@dataclass(frozen=True)
class Post:
    """What somebody holds: a role in a force, in all of it or in the neighbourhoods `places` (ids)."""

    role: Role
    force: str | None
    scope: Scope
    places: tuple[str, ...] = ()


def post_of(row: dict[str, Any], places: tuple[str, ...]) -> Post:
    """What somebody holds, from a row with `role`, `force_id` and `scope`; see `Person.scope` for where it is null."""
    role = Role(row["role"])
    scope = row["scope"] or (Scope.NEIGHBOURHOODS if role is Role.OFFICER else Scope.FORCE)
    return Post(role, row["force_id"], Scope(scope), places)

"""Somebody on the staff, and somebody who waits to be, as the pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from accounts.staffing.wanted import Wanted
from foundation.permissions import Scope
from neighbourhoods.places import Place


@dataclass(frozen=True)
class Holder:
    """One person on the staff. `email`, `seen` and `factor` are filled for administrators who may act on them only.

    `by` and `confirmed_by` are names; empty where somebody came by the command line. `factor` is `passkey`, `app`,
    `password` or empty for who has not come in yet. `acts`: whether the viewer may act on them.
    """

    person: dict[str, Any]
    role: str
    scope: str
    places: Sequence[Place]
    since: datetime
    by: str = ""
    confirmed_by: str = ""
    suspended_at: datetime | None = None
    unconfirmed: bool = False
    rank: str = ""
    number: str = ""
    organisation: str = ""
    partner_post: str = ""
    email: str = ""
    seen: datetime | None = None
    factor: str = ""
    acts: bool = False

    @property
    def whole_force(self) -> bool:
        return self.scope == Scope.FORCE


@dataclass(frozen=True)
class Waiting:
    """What waits for another administrator. `before` is what the record says now, of a change."""

    id: str
    wanted: Wanted
    places: Sequence[Place]
    by: str
    at: datetime
    mine: bool
    may_decide: bool
    before: dict[str, str] = field(default_factory=dict)

    @property
    def is_change(self) -> bool:
        return self.wanted.person is not None


def factor_of(row: dict[str, Any], passkeys: set[str], apps: set[str]) -> str:
    """What somebody signs in with."""
    if row["id"] in passkeys:
        return "passkey"
    if row["password_hash"] is None:
        return ""
    return "app" if row["id"] in apps else "password"

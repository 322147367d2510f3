"""Who can hold a meeting in a neighbourhood: its officers, and the partners of its force."""

from typing import Any

from tortoise.expressions import Q

from accounts.models import Person
from accounts.people import SHOWN, public_person
from foundation.permissions import Role, Scope


async def colleagues_in(force: str, neighbourhood: str) -> list[dict[str, Any]]:
    """The contract's persons who may hold a meeting there now: officers by name, then guest hosts."""
    serving = Q(scope=Scope.FORCE) | Q(serves__neighbourhood_id=neighbourhood)
    officers = Q(role=Role.OFFICER, record__confirmed_at__not_isnull=True) & serving
    partners = Q(role=Role.PARTNER, partner__confirmed_at__not_isnull=True) & (serving | Q(scope=None))
    able = Person.filter(officers | partners, force_id=force, suspended_at=None, closed_at=None)
    rows = await able.distinct().order_by("name", "id").values(*SHOWN)
    people = list({row["id"]: public_person(row) for row in rows}.values())
    return sorted(people, key=lambda person: person["role"] == Role.PARTNER)

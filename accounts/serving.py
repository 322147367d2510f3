"""Who of many serves a force, as the record is now."""

from collections.abc import Collection

from tortoise.expressions import Q

from accounts.models import Person
from foundation.permissions import STAFF, Role


async def staff_of(force: str, people: Collection[str]) -> set[str]:
    """Those of these people who are of a force's staff: an officer only once two administrators said so."""
    confirmed = ~Q(role=Role.OFFICER) | Q(record__confirmed_at__not_isnull=True)
    serving = Person.filter(
        confirmed, id__in=list(people), force_id=force, role__in=list(STAFF), suspended_at=None, closed_at=None
    )
    return {str(id_) for id_ in await serving.values_list("id", flat=True)}

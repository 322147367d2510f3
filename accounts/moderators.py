"""Who moderates a neighbourhood, and who of them is here."""

from datetime import datetime

from tortoise.expressions import Q

from accounts.models import Person
from foundation.permissions import Role, Scope


async def moderators_of(force: str, neighbourhood: str | None, here_since: datetime | None = None) -> list[str]:
    """The ids of the moderators and administrators who serve a neighbourhood (None: the whole force).

    `here_since`: only those who have used the service since then.
    """
    found = Person.filter(
        force_id=force, role__in=[Role.MODERATOR, Role.ADMINISTRATOR], suspended_at=None, closed_at=None
    )
    serving = Q(scope=None) | Q(scope=Scope.FORCE)
    found = found.filter(serving | Q(serves__neighbourhood_id=neighbourhood) if neighbourhood else serving)
    if here_since is not None:
        found = found.filter(sessions__last_seen_at__gte=here_since)
    return [str(id_) for id_ in await found.distinct().order_by("id").values_list("id", flat=True)]

"""Every query and deletion of what is over: sessions, links, guests who do not come back."""

from collections.abc import Collection
from datetime import datetime

from tortoise.expressions import Q

from accounts.models import OneTimeLink, Person, Session
from foundation.permissions import Role


async def remove_sessions(over_before: datetime, most: int) -> int:
    """Remove sessions that ended, or ran out, before a time; gives how many there were, at most `most`."""
    over = Session.filter(Q(ended_at__lt=over_before) | Q(expires_at__lt=over_before))
    ids = list(await over.limit(most).values_list("id", flat=True))
    await Session.filter(id__in=ids).delete()
    return len(ids)


async def remove_links(over_before: datetime, most: int) -> int:
    """Remove links that ran out before a time, used or not; gives how many there were, at most `most`."""
    ids = list(await OneTimeLink.filter(expires_at__lt=over_before).limit(most).values_list("token_hash", flat=True))
    await OneTimeLink.filter(token_hash__in=ids).delete()
    return len(ids)


async def old_guests(since: datetime, after: str, most: int) -> list[str]:
    """Some guests who came before a time, by id from `after` on."""
    guests = Person.filter(role=Role.GUEST, created_at__lt=since, id__gt=after).order_by("id").limit(most)
    return [str(guest) for guest in await guests.values_list("id", flat=True)]


async def seen_since(since: datetime, people: Collection[str]) -> set[str]:
    """Which of these people have a session that was used since a time."""
    used = Session.filter(person_id__in=list(people), last_seen_at__gte=since)
    return {str(person) for person in await used.values_list("person_id", flat=True)}


async def remove_guests(guests: Collection[str]) -> None:
    """Remove guests of whom nothing is left but their sessions, which go with them."""
    await Person.filter(id__in=list(guests), role=Role.GUEST).delete()

"""Claims: somebody has an item before them, so that nobody else is given it. They end by themselves."""

from datetime import datetime, timedelta
from typing import Final

from tortoise.expressions import Q

from moderation.items.models import ReviewItem

CLAIM_LASTS: Final = timedelta(minutes=10)


async def set_claim(item: str, person: str, now: datetime, *, over: str | None = None) -> bool:
    """Claim an open item that nobody has, or go on having it; False when somebody else was first.

    `over`: take it from this person, who has it.
    """
    free = Q(claimed_by_id=None) | Q(claimed_by_id=person) | Q(claimed_until=None) | Q(claimed_until__lte=now)
    found = ReviewItem.filter(free | Q(claimed_by_id=over) if over else free, id=item, state="open")
    return bool(await found.update(claimed_by_id=person, claimed_until=now + CLAIM_LASTS))


async def end_claim(item: str, person: str) -> bool:
    """Let go of what somebody has claimed themselves."""
    found = ReviewItem.filter(id=item, state="open", claimed_by_id=person)
    return bool(await found.update(claimed_by_id=None, claimed_until=None))

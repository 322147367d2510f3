"""Who is not to be disturbed now."""

from collections.abc import Collection
from datetime import datetime

from notices.digests import store
from notices.digests.local_clock import local_now
from notices.digests.pacing import Pacing


async def quiet_until(people: Collection[str]) -> dict[str, datetime]:
    """Of these people those in whose quiet hours it is, and when these end."""
    now, paces = local_now(), await store.paces_of(people)
    ends = {person: Pacing.of(row).quiet_until(now) for person, row in paces.items()}
    return {person: end for person, end in ends.items() if end is not None}

"""Cases whose terms can't match any more: they were sealed with another key than the one of today."""

from foundation import clock
from foundation.settings import Settings
from moderation.sealed.keys import sealing_key
from moderation.sealed.store import count_standing_but_of


async def count_of_other_keys(settings: Settings) -> int:
    """How many cases stand that this server finds nothing of; all of them where it has no key."""
    key = sealing_key(settings)
    return await count_standing_but_of(key.id if key else "", clock.today_in(settings.time_zone))

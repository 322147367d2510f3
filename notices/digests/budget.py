"""How many mails that can wait somebody gets on one day: never more than they chose."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from notices.digests import store
from notices.digests.local_clock import as_local, local_now
from notices.digests.pacing import Every, Pacing
from notices.kinds import NoticeKind
from notices.preferences.chosen import ways_for


async def within_budget(people: Collection[str]) -> set[str]:
    """Those of these people who may be mailed one more at once: it is counted. Inside the act's transaction.

    One of their day's is kept for the digest, where they get one: it says what the others would have.
    """
    paces, now = await store.paces_of(people), local_now()
    digests = await ways_for(people, NoticeKind.DIGEST)
    alike: dict[tuple[str, int], list[str]] = defaultdict(list)
    for person in people:
        pace = Pacing.of(paces.get(person))
        kept = pace.every is not Every.NEVER and digests[person].mail
        # What waits for the end of quiet hours is one of that day's.
        leaves = pace.quiet_until(now) or now
        alike[_day(leaves), pace.mails_a_day - kept].append(person)
    return {person for (day, most), some in alike.items() for person in await _count(some, day, most)}


async def digest_within_budget(person: str, pace: Pacing) -> bool:
    """Whether somebody may be mailed a digest today: it is counted. Inside a transaction."""
    return bool(await _count([person], _day(local_now()), pace.mails_a_day))


async def _count(people: Collection[str], day: str, most: int) -> set[str]:
    return await store.count_mail(people, day, most) if most > 0 else set()


def _day(moment: datetime) -> str:
    """Of the force's calendar."""
    return as_local(moment).date().isoformat()

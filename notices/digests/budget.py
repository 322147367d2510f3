"""How many mails that can wait somebody gets on one day: never more than they chose."""

from collections import defaultdict
from collections.abc import Collection
from datetime import UTC, datetime

from notices.digests import store
from notices.digests.local_clock import as_local, local_now
from notices.digests.pacing import Every, Pacing
from notices.kinds import NoticeKind
from notices.preferences.chosen import ways_for

_DAYS = 7
"""So many days what is over somebody's budget waits for one that has room: after that it only stands on their page."""


async def within_budget(people: Collection[str]) -> set[str]:
    """Those of these people who may be mailed one more at once: it is counted. Inside the act's transaction.

    One of their day's is kept for the digest, where they get one: it says what the others would have.
    """
    now = local_now()
    alike: dict[tuple[str, int], list[str]] = defaultdict(list)
    for person, (pace, most) in (await _at_once_most(people)).items():
        # What waits for the end of quiet hours is one of that day's.
        leaves = pace.quiet_until(now) or now
        alike[_day(leaves), most].append(person)
    return {person for (day, most), some in alike.items() for person in await _count(some, day, most)}


async def mailed_when(people: Collection[str]) -> dict[str, datetime]:
    """When each of these people is mailed what no digest says: now, or on the first day that has room. It is counted.

    Whoever has one mail a day gets this as that one, and their digest on another day. Inside the act's transaction.
    """
    now, found = local_now(), dict[str, datetime]()
    paces = await _at_once_most(people)
    for days in range(_DAYS):
        alike: dict[tuple[str, int], dict[str, datetime]] = defaultdict(dict)
        for person in paces.keys() - found.keys():
            pace, most = paces[person]
            moment = pace.hour_after(now, days) if days else now
            leaves = (pace.quiet_until(moment) or moment).astimezone(UTC)
            alike[_day(leaves), max(most, 1)][person] = leaves
        for (day, most), some in sorted(alike.items()):
            found |= {person: some[person] for person in await _count(some, day, most)}
    return found


async def _at_once_most(people: Collection[str]) -> dict[str, tuple[Pacing, int]]:
    """By person, and how many of a day's mails are not kept for their digest."""
    paces, digests = await store.paces_of(people), await ways_for(people, NoticeKind.DIGEST)
    each = {person: Pacing.of(paces.get(person)) for person in people}
    return {
        person: (pace, pace.mails_a_day - (pace.every is not Every.NEVER and digests[person].mail))
        for person, pace in each.items()
    }


async def digest_within_budget(person: str, pace: Pacing) -> bool:
    """Whether somebody may be mailed a digest today: it is counted. Inside a transaction."""
    return bool(await _count([person], _day(local_now()), pace.mails_a_day))


async def _count(people: Collection[str], day: str, most: int) -> set[str]:
    return await store.count_mail(people, day, most) if most > 0 else set()


def _day(moment: datetime) -> str:
    """Of the force's calendar."""
    return as_local(moment).date().isoformat()

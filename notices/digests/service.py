"""Having something told in the next digest, and choosing how often it comes."""

from collections.abc import Collection
from dataclasses import asdict

from accounts.reach import reach_of
from foundation.database import atomic
from foundation.errors import FieldError, Invalid
from foundation.language import _
from foundation.permissions import Viewer
from notices.digests import store
from notices.digests.local_clock import local_now
from notices.digests.pacing import MOST_MAILS, Every, Pacing
from notices.kinds import NoticeKind
from notices.preferences.chosen import ways_for

_MINUTES = 24 * 60


async def who_gets_digests(people: Collection[str]) -> set[str]:
    """Those of these people who are mailed digests: they have an address, and did not end them."""
    paces, ways = await store.paces_of(people), await ways_for(people, NoticeKind.DIGEST)
    return {
        id_
        for id_, one in (await reach_of(people)).items()
        if one.email and ways[id_].mail and Pacing.of(paces.get(id_)).every is not Every.NEVER
    }


async def have_digests(people: Collection[str]) -> None:
    """Have the next digest of each of these people made: there is something for it. Inside the act's transaction."""
    if people:
        paces, now = await store.paces_of(people), local_now()
        await store.add_due({person: Pacing.of(paces.get(person)).next_digest(now) for person in sorted(people)})


async def pacing_of(person: str) -> Pacing:
    """How often and when somebody is told what can wait."""
    return Pacing.of((await store.paces_of([person])).get(person))


async def keep_pacing(viewer: Viewer, chosen: Pacing) -> None:
    """Take this choice, for what waits already too; raises Invalid."""
    person = str(viewer.id)
    _check(chosen)

    async def work() -> None:
        await store.set_pace(person, asdict(chosen))
        await store.set_due(person, chosen.next_digest(local_now()))

    await atomic(work)


def _check(chosen: Pacing) -> None:
    bad: list[FieldError] = []
    if not 0 <= chosen.hour < 24:
        bad.append(FieldError("hour", _("Choose an hour of the day.")))
    if not 1 <= chosen.mails_a_day <= MOST_MAILS:
        bad.append(FieldError("mails_a_day", _("Choose a number from 1 to %(most)s.", most=MOST_MAILS)))
    quiet = (chosen.quiet_from, chosen.quiet_to)
    if (None in quiet) != (quiet == (None, None)):
        bad.append(FieldError("quiet_from", _("Choose when the quiet hours begin and when they end, or neither.")))
    elif any(minute is not None and not 0 <= minute < _MINUTES for minute in quiet):
        bad.append(FieldError("quiet_from", _("Choose a time of the day.")))
    if bad:
        raise Invalid(bad[0].message, fields=bad)

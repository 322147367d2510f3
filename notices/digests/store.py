"""Every query of how often people are mailed, and were."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from notices.digests.models import DigestDue, MailsOfDay, Pace

JSON = dict[str, Any]

_CHOSEN = ("every", "hour", "quiet_from", "quiet_to", "mails_a_day")
_COUNT = Query(
    """
    UPDATE notice_mails_of_day SET count = count + 1
    WHERE day = ? AND person_id IN ? AND count < ? RETURNING person_id
    """
)
_ADD_DUE = Query(
    """
    INSERT INTO notice_digest_due (id, due_at) VALUES (?, ?)
    ON CONFLICT (id) DO UPDATE SET id = excluded.id
    """
)
"""What waits already is locked by it: nobody claims it before what is told in this transaction is there to be read."""
_CLAIM = Query("DELETE FROM notice_digest_due WHERE id = ? AND due_at <= ? RETURNING id")


async def paces_of(people: Collection[str]) -> dict[str, JSON]:
    """What people chose, by person; who chose nothing is not in it."""
    rows = await Pace.filter(id__in=list(people)).values("id", *_CHOSEN)
    return {row["id"]: row for row in rows}


async def set_pace(person: str, chosen: Mapping[str, Any]) -> None:
    """Put a choice in the place of the one before: every, hour, quiet_from, quiet_to, mails_a_day. In a transaction."""
    now = clock.now()
    await Pace.bulk_create([Pace(id=person, changed_at=now, **chosen)], ignore_conflicts=True)
    await Pace.filter(id=person).update(changed_at=now, **chosen)


async def add_due(dues: Mapping[str, datetime]) -> None:
    """Have a digest made for each of these people (id: when, in UTC), where none waits yet. Inside a transaction."""
    if dues:
        await _ADD_DUE.each(sorted(dues.items()))


async def set_due(person: str, due: datetime) -> None:
    """Have the digest that waits for somebody made at another time. Inside a transaction."""
    await DigestDue.filter(id=person).update(due_at=due)


async def due_digests(now: datetime, limit: int) -> Sequence[str]:
    """The people for whom a digest is due, the longest waiting first."""
    rows = DigestDue.filter(due_at__lte=now).order_by("due_at", "id").limit(limit)
    return [str(id_) for id_ in await rows.values_list("id", flat=True)]


async def claim_digest(person: str, now: datetime) -> bool:
    """Take what is due for somebody, for this transaction alone; False where another one has it."""
    return bool(await _CLAIM.rows(person, now))


async def count_mail(people: Collection[str], day: str, fewer_than: int) -> set[str]:
    """Count one more mail of a day for each who had fewer; gives whom it was counted for. Inside a transaction."""
    rows = [MailsOfDay(id=new_id(), person_id=person, day=day) for person in sorted(people)]
    await MailsOfDay.bulk_create(rows, ignore_conflicts=True)
    return {row["person_id"] for row in await _COUNT.rows(day, sorted(people), fewer_than)}


async def remove_counts_before(day: str) -> None:
    """Forget how many mails there were on days before this one."""
    await MailsOfDay.filter(day__lt=day).delete()


async def remove_all_of(person: str) -> None:
    """Remove everything about somebody."""
    await Pace.filter(id=person).delete()
    await DigestDue.filter(id=person).delete()
    await MailsOfDay.filter(person_id=person).delete()

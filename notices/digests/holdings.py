"""How often somebody is mailed, and was, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from notices.digests.models import DigestDue, MailsOfDay, Pace

JSON = dict[str, Any]


async def _pace(person: str) -> AsyncIterator[JSON]:
    columns = ("every", "hour", "quiet_from", "quiet_to", "mails_a_day", "changed_at")
    async for row in by_key(Pace.filter(id=person), *columns):
        yield row


async def _due(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(DigestDue.filter(id=person), "due_at"):
        yield row


async def _counted(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(MailsOfDay.filter(person_id=person), "day", "count"):
        yield row


HELD_BY_DIGESTS = (
    Holding("notice_pace", ("notice_pace.id",), _pace),
    Holding("digest_due", ("notice_digest_due.id",), _due),
    Holding("mails_of_day", ("notice_mails_of_day.person_id",), _counted),
)

"""Every query of the mails that wait to be sent."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from tortoise.expressions import F, Q

from foundation.models import OutboxMail

JSON = dict[str, Any]
_WAITING = Q(sent_at__isnull=True, given_up_at__isnull=True)


def _due(now: datetime) -> Q:
    return _WAITING & Q(due_at__lte=now) & (Q(leased_until__isnull=True) | Q(leased_until__lte=now))


async def due_mails(now: datetime, limit: int) -> list[str]:
    """Ids of mails that are to be sent now and that nobody is sending, the oldest first."""
    ids = await OutboxMail.filter(_due(now)).order_by("due_at", "id").limit(limit).values_list("id", flat=True)
    return [str(id_) for id_ in ids]


async def claim_mail(id_: str, now: datetime, until: datetime) -> JSON | None:
    """The mail, for this process alone until then: all its columns. None where another has it."""
    claimed = await OutboxMail.filter(_due(now), id=id_).update(leased_until=until, tries=F("tries") + 1)
    return (await OutboxMail.filter(id=id_).values())[0] if claimed else None


async def set_recipient(id_: str, recipient: str) -> None:
    """Note where it goes: somebody has another address than when it was written."""
    await OutboxMail.filter(id=id_).update(recipient=recipient)


async def set_sent(id_: str, now: datetime) -> None:
    """Note that it was sent, and drop its text."""
    await OutboxMail.filter(id=id_).update(sent_at=now, text="", leased_until=None)


async def set_given_up(id_: str, now: datetime) -> None:
    """Note that it will not be sent any more, and drop its text."""
    await OutboxMail.filter(_WAITING, id=id_).update(given_up_at=now, text="", leased_until=None)


async def set_refused(id_: str, now: datetime) -> None:
    """Note that the receiver's server will have nothing for this address."""
    await OutboxMail.filter(id=id_).update(refused_at=now)


async def set_due(id_: str, due_at: datetime) -> None:
    """Have it tried again then."""
    await OutboxMail.filter(_WAITING, id=id_).update(due_at=due_at, leased_until=None)


async def remove_mails_done_before(moment: datetime) -> int:
    """Remove what was sent or given up before then; gives how many."""
    return await OutboxMail.filter(Q(sent_at__lt=moment) | Q(sent_at__isnull=True, given_up_at__lt=moment)).delete()


async def refusals_of(recipients: Collection[str]) -> dict[str, datetime]:
    """When each address was last refused for good; one that a mail was taken for later is not in it."""
    theirs = OutboxMail.filter(recipient__in=list(recipients))
    rows = await theirs.filter(refused_at__not_isnull=True).values("recipient", "refused_at")
    refused: dict[str, datetime] = {}
    for row in rows:
        refused[row["recipient"]] = max(row["refused_at"], refused.get(row["recipient"], row["refused_at"]))
    taken = await OutboxMail.filter(recipient__in=list(refused), sent_at__not_isnull=True).values(
        "recipient", "sent_at"
    )
    again = {row["recipient"] for row in taken if row["sent_at"] >= refused[row["recipient"]]}
    return {recipient: since for recipient, since in refused.items() if recipient not in again}

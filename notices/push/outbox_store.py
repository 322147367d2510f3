"""Every query of the push messages that wait to be sent."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from tortoise.expressions import F, Q

from notices.models import OutboxPush

JSON = dict[str, Any]
_WAITING = Q(sent_at__isnull=True, given_up_at__isnull=True)
_COLUMNS = (
    "id", "title", "body", "path", "urgent", "useless_after", "tries", "subscription_id", "subscription__endpoint",
    "subscription__p256dh", "subscription__auth", "subscription__session_id",
)  # fmt: skip


async def add_pushes(rows: Sequence[OutboxPush]) -> None:
    """Insert messages; one whose key was there before is left out. Inside the act's transaction."""
    await OutboxPush.bulk_create(rows, ignore_conflicts=True)


async def remove_waiting(keys: Collection[str]) -> None:
    """Remove those of these that were not sent yet."""
    await OutboxPush.filter(_WAITING, key__in=list(keys)).delete()


def _due(now: datetime) -> Q:
    return _WAITING & Q(due_at__lte=now) & (Q(leased_until__isnull=True) | Q(leased_until__lte=now))


async def due_pushes(now: datetime, limit: int) -> list[str]:
    """Ids of messages to be sent now that nobody is sending: the urgent first, then the oldest."""
    due = OutboxPush.filter(_due(now)).order_by("-urgent", "due_at", "id")
    return [str(id_) for id_ in await due.limit(limit).values_list("id", flat=True)]


async def claim_push(id_: str, now: datetime, until: datetime) -> JSON | None:
    """The message with where it goes, for this process alone until then; None where another has it."""
    claimed = await OutboxPush.filter(_due(now), id=id_).update(leased_until=until, tries=F("tries") + 1)
    rows = await OutboxPush.filter(id=id_).values(*_COLUMNS) if claimed else []
    return rows[0] if rows else None


async def set_sent(id_: str, now: datetime) -> None:
    """Note that its service took it, and drop its words."""
    await OutboxPush.filter(id=id_).update(sent_at=now, title="", body="", leased_until=None)


async def set_given_up(id_: str, now: datetime) -> None:
    """Note that it will not be sent any more, and drop its words."""
    await OutboxPush.filter(_WAITING, id=id_).update(given_up_at=now, title="", body="", leased_until=None)


async def set_due(id_: str, due_at: datetime) -> None:
    """Have it tried again then."""
    await OutboxPush.filter(_WAITING, id=id_).update(due_at=due_at, leased_until=None)


async def remove_before(moment: datetime) -> int:
    """Remove what was written before then; gives how many."""
    return await OutboxPush.filter(created_at__lt=moment).delete()

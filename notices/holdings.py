"""What a person was told, and how they want to be told it, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

from accounts.ports import Holding
from foundation.paging import by_key
from notices.digests.holdings import HELD_BY_DIGESTS
from notices.models import Notice, NoticeChoice, PushSubscription

JSON = dict[str, Any]


async def _notices(person: str) -> AsyncIterator[JSON]:
    columns = ("kind", "sentence", "path", "created_at", "read_at")
    async for row in by_key(Notice.filter(person_id=person), *columns):
        yield row


async def _choices(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(NoticeChoice.filter(person_id=person), "kind", "mail", "push", "changed_at"):
        yield row


async def _browsers(person: str) -> AsyncIterator[JSON]:
    """By their push service's name: with the whole address and its keys anybody could push to them."""
    columns = ("endpoint", "language", "created_at", "worked_at")
    async for row in by_key(PushSubscription.filter(person_id=person), *columns):
        yield {"service": urlsplit(row.pop("endpoint")).hostname, **row}


HELD_BY_NOTICES = (
    *HELD_BY_DIGESTS,
    Holding("notices", ("notice.person_id",), _notices),
    Holding("notice_choices", ("notice_choice.person_id",), _choices),
    Holding("push_browsers", ("push_subscription.person_id",), _browsers),
)

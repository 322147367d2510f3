"""What flags hold about a person, as they take it away: their own, and what moderators made of them."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from moderation.flags.models import FlaggerRecord
from moderation.models import Flag


async def _flags(person: str) -> AsyncIterator[dict[str, Any]]:
    """Without `origin`: it is made from an address, and leads back to none."""
    columns = ("target_type", "target_id", "revision", "reason", "note", "at", "weight")
    async for row in by_key(Flag.filter(person_id=person), *columns):
        yield row


async def _record(person: str) -> AsyncIterator[dict[str, Any]]:
    found = FlaggerRecord.filter(person_id=person)
    for row in await found.values("upheld", "refused", "muted_until", "muted_reason", "muted_at"):
        yield row


async def _muted(person: str) -> AsyncIterator[dict[str, Any]]:
    for row in await FlaggerRecord.filter(muted_by_id=person).values("muted_until", "muted_reason", "muted_at"):
        yield row


HELD_BY_FLAGS = (
    Holding("flags_made", ("flag.person_id",), _flags),
    Holding("record_as_a_flagger", ("flagger_record.person_id",), _record),
    Holding("flaggers_muted", ("flagger_record.muted_by_id",), _muted),
)

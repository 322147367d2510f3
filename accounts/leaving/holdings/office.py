"""What staff did in their office, and who vouched for a resident, as they take it away: others by role only."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.duty.models import Shift
from accounts.ports import Holding
from accounts.staffing.models import Enrolment
from accounts.vouching.models import VouchBatch, VouchCode
from foundation.paging import by_key

JSON = dict[str, Any]


async def _shifts(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Shift.filter(person_id=person), "began_by", "began_at", "ends_at", "ended_at"):
        yield row


async def _enrolments(person: str) -> AsyncIterator[JSON]:
    columns = ("name", "email", "role", "scope", "details", "enrolled_at", "decided_at", "refused")
    async for row in by_key(Enrolment.filter(person_id=person), *columns):
        yield {**row, "enrolled_by": "administrator"}


async def _enrolments_made(person: str) -> AsyncIterator[JSON]:
    """Whom they enrolled is not theirs to take: the id, role and times."""
    async for row in by_key(Enrolment.filter(enrolled_by_id=person), "role", "enrolled_at", "decided_at", "refused"):
        yield row


async def _enrolments_decided(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Enrolment.filter(decided_by_id=person), "role", "decided_at", "refused"):
        yield row


async def _vouched(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(VouchCode.filter(used_by_id=person), "used_at", "batch__neighbourhood_id"):
        yield {"used_at": row["used_at"], "neighbourhood": row["batch__neighbourhood_id"], "printed_by": "officer"}


async def _batches(person: str) -> AsyncIterator[JSON]:
    columns = ("neighbourhood_id", "made_at", "expires_at", "ended_at")
    async for row in by_key(VouchBatch.filter(officer_id=person), *columns):
        yield {"neighbourhood": row.pop("neighbourhood_id"), **row}


OFFICE = (
    Holding("vouched_for", ("vouch_code.used_by_id",), _vouched),
    Holding("shifts", ("shift.person_id",), _shifts),
    Holding("code_sheets_printed", ("vouch_batch.officer_id",), _batches),
    Holding("enrolments", ("enrolment.person_id", "enrolment.email"), _enrolments),
    Holding("enrolments_made", ("enrolment.enrolled_by_id",), _enrolments_made),
    Holding("enrolments_decided", ("enrolment.decided_by_id",), _enrolments_decided),
)

"""What staff did about sealed cases, as they take it away: by the case's label, and never a term."""

from collections.abc import AsyncIterator
from typing import Any

from tortoise.expressions import Q

from accounts.ports import Holding
from foundation.paging import by_key
from moderation.sealed.models import CaseClearance, SealedCase


async def _cases(person: str) -> AsyncIterator[dict[str, Any]]:
    own = SealedCase.filter(Q(opened_by_id=person) | Q(ended_by_id=person))
    async for row in by_key(own, "label", "ends_on", "opened_at", "ended_at"):
        yield row


async def _clearances(person: str) -> AsyncIterator[dict[str, Any]]:
    async for row in by_key(CaseClearance.filter(person_id=person), "case_id", "given_at", "ended_at"):
        yield {"case": row.pop("case_id"), **row}


async def _given(person: str) -> AsyncIterator[dict[str, Any]]:
    own = CaseClearance.filter(Q(given_by_id=person) | Q(ended_by_id=person))
    async for row in by_key(own, "case_id", "given_at", "ended_at"):
        yield {"case": row.pop("case_id"), **row}


HELD_OF_CASES = (
    Holding("cases_sealed", ("sealed_case.opened_by_id", "sealed_case.ended_by_id"), _cases),
    Holding("cases_cleared_for", ("case_clearance.person_id",), _clearances),
    Holding("clearances_given", ("case_clearance.given_by_id", "case_clearance.ended_by_id"), _given),
)

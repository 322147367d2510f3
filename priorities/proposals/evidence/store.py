"""Every query of evidence cards."""

from typing import Any

from priorities.proposals.models import EvidenceCard

JSON = dict[str, Any]
_COLUMNS = ("id", "known", "can", "cannot", "others", "categories", "trend", "by_id", "at", "version")


async def find_card(proposal_id: str) -> JSON | None:
    rows = await EvidenceCard.filter(id=proposal_id).values(*_COLUMNS)
    return rows[0] if rows else None


async def set_card(proposal_id: str, columns: JSON, *, is_new: bool) -> None:
    """Write a card, or change it. Inside the transaction that locked its proposal."""
    if is_new:
        await EvidenceCard.create(id=proposal_id, **columns)
    else:
        await EvidenceCard.filter(id=proposal_id).update(**columns)

"""Every query that empties evidence."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from foundation.queries import Query
from moderation.evidence.models import Evidence, EvidencePicture

JSON = dict[str, Any]

# A hold on a person keeps what is theirs, one on a message what is kept of that; those of a hold wait behind no other.
_DUE = Query(
    """
    SELECT id FROM evidence
    WHERE purged_at IS NULL AND retain_until <= ? AND NOT EXISTS (
        SELECT 1 FROM legal_hold hold WHERE hold.ended_at IS NULL AND (
            (hold.subject_type = 'person' AND hold.subject_id = evidence.author_id)
            OR (hold.subject_type = 'message' AND evidence.target_type = 'message'
                AND hold.subject_id = evidence.target_id)
        )
    )
    ORDER BY retain_until, id LIMIT ?
    """
)


async def due(moment: datetime, most: int) -> list[str]:
    """Evidence whose time is over by this moment and that no legal hold keeps, the oldest first."""
    return [row["id"] for row in await _DUE.rows(moment, most)]


async def find_kept(evidence: str) -> JSON | None:
    """One that is not emptied."""
    return await Evidence.filter(id=evidence, purged_at=None).first().values()


async def set_emptied(evidence: str, at: datetime) -> None:
    """Inside a transaction."""
    await Evidence.filter(id=evidence, purged_at=None).update(snapshot=None, purged_at=at)


async def remove_unshown(digests: Collection[str]) -> None:
    """Delete those of these pictures that no evidence shows any more; inside a transaction."""
    for digest in digests:
        if not await Evidence.filter(purged_at=None, snapshot__contains=digest).exists():
            await EvidencePicture.filter(digest=digest).delete()

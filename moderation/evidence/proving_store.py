"""Every query that proves evidence."""

import json
from collections.abc import Collection
from typing import Any

from foundation.models import AuditEntry
from foundation.queries import Query
from moderation.evidence.models import Evidence, EvidencePicture

JSON = dict[str, Any]
_KEPT = "evidence.keep"
_MISSING = Query(
    """
    SELECT DISTINCT entry.subject_id FROM audit_entry entry LEFT JOIN evidence ON evidence.id = entry.subject_id
    WHERE entry.act = 'evidence.keep' AND evidence.id IS NULL ORDER BY entry.subject_id
    """
)


async def rows_after(evidence: str, most: int) -> list[JSON]:
    """Rows after this one by id."""
    found = Evidence.filter(id__gt=evidence).order_by("id").limit(most)
    return await found.values("id", "snapshot", "digest", "purged_at")


async def digests_in_the_audit(evidence: Collection[str]) -> dict[str, set[str]]:
    """The digests that entries of keeping have, by the id of what they are of."""
    entries = AuditEntry.filter(act=_KEPT, subject_type="evidence", subject_id__in=list(evidence))
    named: dict[str, set[str]] = {}
    for row in await entries.values("subject_id", "details"):
        details = json.loads(row["details"]) if isinstance(row["details"], str) else row["details"]
        named.setdefault(row["subject_id"], set()).add(str(details.get("digest")))
    return named


async def named_and_missing() -> list[str]:
    """The ids that the audit has entries of keeping of, and that are not there."""
    return [row["subject_id"] for row in await _MISSING.rows()]


async def kept_of(digests: Collection[str]) -> set[str]:
    """Those of these pictures that are there."""
    found = EvidencePicture.filter(digest__in=list(digests)).values_list("digest", flat=True)
    return {str(digest) for digest in await found}


async def pictures_after(digest: str, most: int) -> list[tuple[str, bytes]]:
    """Pictures after this one by digest, with their bytes."""
    found = EvidencePicture.filter(digest__gt=digest).order_by("digest").limit(most)
    return [(row["digest"], bytes(row["content"])) for row in await found.values("digest", "content")]

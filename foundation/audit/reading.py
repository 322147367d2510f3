"""What the audit says of a thing or a person, for those who may ask."""

import json
from collections.abc import Sequence
from typing import Any

from tortoise.expressions import Q

from foundation.audit import store as audit_store
from foundation.audit.chain import Head
from foundation.models import AuditEntry, AuditLink, AuditPersonal

JSON = dict[str, Any]


async def entries_about(
    subject_type: str, subject_id: str, *, before: str | None = None, limit: int = 100
) -> list[JSON]:
    """The entries on a subject, the newest first, at most `limit`; `before` is the id of the last one of a page before.

    Every column, with `personal` as it was written down, or None where there was none or it was erased: `erased` tells.
    `personal_digest` is what the entry itself holds of it.
    """
    earlier = Q(id__lt=before) if before else Q()
    found = AuditEntry.filter(earlier, subject_type=subject_type, subject_id=subject_id)
    rows = await found.order_by("-id").limit(limit).values()
    known = dict(await AuditPersonal.filter(id__in=[row["id"] for row in rows]).values_list("id", "details"))
    return [_with_personal(row, known.get(row["id"])) for row in rows]


async def links_of(entries: Sequence[str]) -> dict[str, JSON]:
    """Where entries stand in the chain, by their id: `number`, `digest`, `mac`. New ones are chained within seconds."""
    rows = await AuditLink.filter(id__in=list(entries)).values("id", "number", "digest", "mac")
    return {row.pop("id"): row for row in rows}


async def present_head() -> Head:
    """Where the chain ends now."""
    return await audit_store.head()


def _with_personal(row: JSON, details: str | None) -> JSON:
    return row | {
        "personal": json.loads(details) if details else None,
        "personal_digest": row["personal"],
        "erased": row["personal"] is not None and details is None,
    }

"""What the audit says of a thing or a person, for those who may ask."""

import json
from typing import Any

from tortoise.expressions import Q

from foundation.models import AuditEntry, AuditPersonal

JSON = dict[str, Any]


async def entries_about(
    subject_type: str, subject_id: str, *, before: str | None = None, limit: int = 100
) -> list[JSON]:
    """The entries on a subject, the newest first, at most `limit`; `before` is the id of the last one of a page before.

    Every column, with `personal` as it was written down, or None where there was none or it was erased: `erased` tells.
    """
    return await _read(Q(subject_type=subject_type, subject_id=subject_id), before, limit)


async def entries_by(actor_id: str, *, before: str | None = None, limit: int = 100) -> list[JSON]:
    """The same of what a person did."""
    return await _read(Q(actor_id=actor_id), before, limit)


async def _read(which: Q, before: str | None, limit: int) -> list[JSON]:
    earlier = Q(id__lt=before) if before else Q()
    rows = await AuditEntry.filter(which & earlier).order_by("-id").limit(limit).values()
    known = dict(await AuditPersonal.filter(id__in=[row["id"] for row in rows]).values_list("id", "details"))
    return [_with_personal(row, known.get(row["id"])) for row in rows]


def _with_personal(row: JSON, details: str | None) -> JSON:
    return row | {
        "personal": json.loads(details) if details else None,
        "erased": row["personal"] is not None and details is None,
    }

"""What the audit says about a person and of their own acts, as they take it away."""

import json
from collections.abc import AsyncIterator
from typing import Any

from tortoise.expressions import Q

from accounts.ports import Holding
from foundation.models import AuditEntry, AuditPersonal
from foundation.paging import by_key

JSON = dict[str, Any]

_NOT_TOLD = ("hold.place", "hold.end", "hold.read")
"""That somebody's words are kept as evidence is not told by a copy: an enquiry could be undone by it."""
_RENAMED = ("person.rename", "person.name_taken", "resident.rename")
_COLUMNS = ("at", "act", "actor_id", "actor_role", "subject_type", "subject_id", "reason", "details", "address")


async def _about(person: str) -> AsyncIterator[JSON]:
    """Acts on them: by which role and not by whom, not from where, and not the reason, which may be about others."""
    on_them = AuditEntry.filter(subject_type="person", subject_id=person).exclude(act__in=_NOT_TOLD)
    others = on_them.filter(~Q(actor_id=person) | Q(actor_id__isnull=True))
    async for row in by_key(others, *_COLUMNS):
        named = await _personal(row["id"])
        yield {"at": row["at"], "act": row["act"], "by": row["actor_role"], "details": row["details"], "named": named}


async def _by(person: str) -> AsyncIterator[JSON]:
    """Their own acts; what names the person acted on is not theirs to take."""
    async for row in by_key(AuditEntry.filter(actor_id=person), *_COLUMNS):
        own = row["subject_type"] == "person" and row["subject_id"] == person
        del row["actor_id"]
        yield {**row, "named": await _personal(row["id"]) if own else None}


async def _names(person: str) -> AsyncIterator[JSON]:
    """Names that they had before, where the audit still knows them."""
    async for row in by_key(AuditEntry.filter(act__in=_RENAMED, subject_type="person", subject_id=person), "at"):
        named = await _personal(row["id"])
        if named and "before" in named:
            yield {"name": named["before"], "until": row["at"]}


async def _personal(entry: str) -> JSON | None:
    kept = await AuditPersonal.get_or_none(id=entry)
    return dict(json.loads(kept.details)) if kept else None


AUDIT = (
    Holding("names_before", (), _names),
    Holding("audit_about_me", ("audit_entry.subject_id",), _about),
    Holding("audit_of_my_acts", ("audit_entry.actor_id",), _by),
)

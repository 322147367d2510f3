"""Words that a change is about to take away, while a legal hold stands: the audit keeps them until the hold ends."""

import json
from typing import Any

from tortoise.expressions import Q

from foundation.audit.entries import add_entry
from foundation.audit.personal import erase_personal_in
from foundation.models import AuditEntry, AuditPersonal
from foundation.permissions import READER
from moderation.models import LegalHold

JSON = dict[str, Any]
_ACT = "words.keep"


async def keep_words(message: str, author: str, words: list[str]) -> None:
    """Keep what stands in a message before it changes, where a hold wants it; inside the transaction that changes it.

    Nobody is told. The entry is not the author's act: what is under a hold is not in the file that they take away.
    """
    if words and await _is_wanted(message, author):
        await add_entry(
            act=_ACT, actor=READER, subject_type="message", subject_id=message, details={"author": author},
            personal={"words": words},
        )  # fmt: skip


async def words_before(subject_type: str, subject_id: str) -> list[JSON]:
    """What is kept of a `message`, or all by a `person`, oldest first: `at` (when it changed), `message`, `words`."""
    return [
        {"at": row["at"], "message": row["subject_id"], "words": row["words"]}
        for row in await _kept()
        if subject_id == (row["subject_id"] if subject_type == "message" else row["details"]["author"])
    ]


async def forget_unwanted_words() -> None:
    """Erase what no hold wants any more; in the transaction that ends one."""
    over = [row["id"] for row in await _kept() if not await _is_wanted(row["subject_id"], row["details"]["author"])]
    await erase_personal_in(over)


async def _is_wanted(message: str, author: str) -> bool:
    either = Q(subject_type="message", subject_id=message) | Q(subject_type="person", subject_id=author)
    return await LegalHold.filter(either, ended_at=None).exists()


async def _kept() -> list[JSON]:
    """All that is kept, of anybody: it is little, and goes with its hold."""
    rows = await AuditEntry.filter(act=_ACT).order_by("id").values("id", "at", "subject_id", "details")
    known = dict(await AuditPersonal.filter(id__in=[row["id"] for row in rows]).values_list("id", "details"))
    return [row | json.loads(str(known[row["id"]])) for row in rows if row["id"] in known]

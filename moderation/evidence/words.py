"""The words of a thing as a decision found them: what undoing it brings back."""

import json
from dataclasses import dataclass

from moderation.evidence.models import Evidence


@dataclass(frozen=True, slots=True)
class Words:
    """What was shown, or waited to be; and the words of an edit that waited, if there was one."""

    body: str
    pending: str | None


async def words_at(decision: str) -> Words | None:
    """The words that a decision was about; None where they are not kept any more."""
    found = Evidence.filter(decision_id=decision, purged_at=None).order_by("-id")
    for snapshot in await found.limit(1).values_list("snapshot", flat=True):
        words = json.loads(str(snapshot))["words"]
        return Words(words["body"], words["pending"])
    return None

"""What evidence holds about a person, as they take it away."""

import json
from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation import clock
from foundation.paging import by_key
from moderation.evidence.models import Evidence, EvidenceReading
from moderation.evidence.retention import TELLING_COULD_HARM

JSON = dict[str, Any]


async def _kept_about(person: str) -> AsyncIterator[JSON]:
    """Their own words as they were kept, and until when. Not what may become a prosecution, nor that it is one."""
    # What is there after its time is there for a legal hold, of which nobody is told.
    kept = Evidence.filter(author_id=person, case_id=None, purged_at=None, retain_until__gt=clock.now())
    kept = kept.exclude(kind__in=TELLING_COULD_HARM)
    async for row in by_key(kept, "target_type", "target_id", "revision", "taken_at", "retain_until", "snapshot"):
        shown = json.loads(row.pop("snapshot"))
        yield {**row, "words": shown["words"], "name": shown["author"]["name"]}


async def _readings_by(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(EvidenceReading.filter(person_id=person), "evidence_id", "act", "why", "at"):
        yield row


HELD_AS_EVIDENCE = (
    Holding("evidence_of_my_words", ("evidence.author_id",), _kept_about),
    Holding("evidence_read", ("evidence_reading.person_id",), _readings_by),
)

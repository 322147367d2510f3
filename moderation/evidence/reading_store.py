"""Every query that reads evidence for people, and the insert that says who did."""

from collections.abc import Collection
from typing import Any

from tortoise.expressions import Q

from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query
from moderation.evidence.models import Evidence, EvidencePicture, EvidenceReading

JSON = dict[str, Any]
_LISTED = (
    "id", "target_type", "target_id", "revision", "why", "kind", "force_id", "neighbourhood_id", "author_id",
    "item_id", "decision_id", "case_id", "digest", "taken_at", "retain_until", "purged_at",
)  # fmt: skip
"""Everything but the snapshot."""
_AFTER_ALL = "~"
"""After every id."""
_LATELY = Query(
    "SELECT",
    ", ".join(_LISTED),
    """
    FROM evidence
    WHERE force_id = ? AND (? OR neighbourhood_id IN ?) AND (author_id IS NULL OR author_id <> ?) AND id < ?
        AND NOT EXISTS (
            SELECT 1 FROM evidence sealed
            WHERE sealed.target_type = evidence.target_type AND sealed.target_id = evidence.target_id
                AND sealed.case_id IS NOT NULL AND NOT sealed.case_id IN ?
        )
    ORDER BY id DESC LIMIT ?
    """,
    moments=("taken_at", "retain_until", "purged_at"),
)


async def find(evidence: str) -> JSON | None:
    return await Evidence.filter(id=evidence).first().values()


async def list_of(target_type: str, target_id: str) -> list[JSON]:
    """What is kept of one thing, the newest first."""
    return await Evidence.filter(target_type=target_type, target_id=target_id).order_by("-id").values(*_LISTED)


async def list_in(
    force: str, places: Collection[str] | None, *, person: str, cases: Collection[str], before: str | None, most: int
) -> list[JSON]:
    """What a force keeps of these places (None: of all), the newest first: nothing about this person, and nothing of a
    thing that a sealed case holds which is not one of these.
    """
    served = ["", *(places or ())]
    return await _LATELY.rows(force, places is None, served, person, before or _AFTER_ALL, ["", *cases], most)


async def find_named(force: str, named: str) -> JSON | None:
    """The newest row of a force that has this id, or is of a decision, a review item or a thing that has it."""
    either = Q(id=named) | Q(decision_id=named) | Q(item_id=named) | Q(target_id=named)
    return await Evidence.filter(either, force_id=force).order_by("-id").first().values(*_LISTED)


async def cases_of(target_type: str, target_id: str) -> set[str]:
    """The sealed cases that any snapshot of a thing belongs to."""
    sealed = Evidence.filter(target_type=target_type, target_id=target_id, case_id__not_isnull=True)
    return {str(case) for case in await sealed.values_list("case_id", flat=True)}


async def add_reading(evidence: str, person: str, act: str, why: str) -> None:
    """Inside a transaction."""
    await EvidenceReading.create(id=new_id(), at=clock.now(), evidence_id=evidence, person_id=person, act=act, why=why)


async def readings_of(evidence: str, most: int) -> list[JSON]:
    """Who read it, the newest first."""
    read = EvidenceReading.filter(evidence_id=evidence).order_by("-id").limit(most)
    return await read.values("person_id", "act", "why", "at")


async def find_picture(digest: str) -> JSON | None:
    row = await EvidencePicture.filter(digest=digest).first().values("media_type", "content")
    return row and {"media_type": row["media_type"], "content": bytes(row["content"])}

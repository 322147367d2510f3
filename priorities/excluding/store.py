"""Rows of who is kept from writing in priorities."""

from foundation import clock
from foundation.ids import new_id
from moderation.content import Exclusion
from priorities.excluding.models import PriorityRestriction


async def end_restrictions(neighbourhood_id: str, person_id: str, kind: str) -> None:
    """End those of this kind that stand on somebody there."""
    standing = PriorityRestriction.filter(
        neighbourhood_id=neighbourhood_id, person_id=person_id, kind=kind, ended_at=None
    )
    await standing.update(ended_at=clock.now())


async def end_restriction_of(person_id: str, decision: str) -> None:
    """End what came of a decision; nothing where another one took its place."""
    standing = PriorityRestriction.filter(person_id=person_id, decision_id=decision, ended_at=None)
    await standing.update(ended_at=clock.now())


async def add_restriction(neighbourhood_id: str, person_id: str, exclusion: Exclusion) -> None:
    await PriorityRestriction.create(
        id=new_id(), neighbourhood_id=neighbourhood_id, person_id=person_id, kind=exclusion.kind, until=exclusion.until,
        reason=exclusion.reason, by_id=exclusion.by, decision_id=exclusion.decision, created_at=clock.now(),
    )  # fmt: skip

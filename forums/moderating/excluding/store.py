"""Rows of who is kept from writing in forums."""

from forums.models import Topic
from forums.moderating.excluding.models import ForumRestriction
from forums.places.models import Forum
from foundation import clock
from foundation.ids import new_id
from moderation.content import Exclusion


async def lock_forum_of(topic_id: str) -> str | None:
    """The forum that a topic stands in: nobody else keeps anybody out there until the end of the transaction."""
    rows = await Topic.filter(id=topic_id).values_list("forum_id", flat=True)
    if not rows:
        return None
    await Forum.filter(id=str(rows[0])).select_for_update().only("id")
    return str(rows[0])


async def end_restrictions(forum_id: str, person_id: str, kind: str) -> None:
    """End those of this kind that stand on somebody in a forum."""
    standing = ForumRestriction.filter(forum_id=forum_id, person_id=person_id, kind=kind, ended_at=None)
    await standing.update(ended_at=clock.now())


async def end_restriction_of(person_id: str, decision: str) -> None:
    """End what came of a decision; nothing where another one took its place."""
    await ForumRestriction.filter(person_id=person_id, decision_id=decision, ended_at=None).update(ended_at=clock.now())


async def add_restriction(forum_id: str, person_id: str, exclusion: Exclusion) -> None:
    await ForumRestriction.create(
        id=new_id(), forum_id=forum_id, person_id=person_id, kind=exclusion.kind, until=exclusion.until,
        reason=exclusion.reason, by_id=exclusion.by, decision_id=exclusion.decision, created_at=clock.now(),
    )  # fmt: skip

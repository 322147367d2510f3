"""Every query and insert about drills."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from foundation.ids import new_id
from foundation.queries import Query
from moderation.drills.models import Drill
from moderation.models import Decision

JSON = dict[str, Any]
_ADD = Query(
    """
    INSERT INTO drill (id, force_id, week, target_id, posted_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (force_id, week) DO NOTHING
    """
)
_GOING_ON = Query(
    """
    SELECT drill.id, drill.force_id, drill.week, drill.posted_at, drill.seen_at, drill.item_id, review_item.state,
           review_item.claimed_by_id, review_item.claimed_until, review_item.decision_id, review_item.decided_at,
           page.seen_at AS page_seen_at, page.seen_by_id AS page_seen_by_id
    FROM drill JOIN review_item ON review_item.id = drill.item_id LEFT JOIN page ON page.item_id = drill.item_id
    WHERE drill.given_up_at IS NULL AND (drill.seen_at IS NULL OR review_item.state = 'open')
    ORDER BY drill.id
    """,
    moments=("posted_at", "seen_at", "claimed_until", "decided_at", "page_seen_at"),
)


async def add_drill(force: str, week: str, at: datetime) -> JSON | None:
    """The drill of a force's week; None where it has one already. Inside a transaction."""
    new = new_id()
    await _ADD.rows(new, force, week, new, at)
    return await Drill.filter(id=new).first().values()


async def set_item(drill: str, item: str) -> None:
    await Drill.filter(id=drill).update(item_id=item)


async def is_held(force: str, week: str) -> bool:
    """Whether a force had its drill of a week."""
    return await Drill.filter(force_id=force, week=week).exists()


async def going_on() -> Sequence[JSON]:
    """The drills that nobody has seen yet, or whose item is still open; with both their item's and call's state."""
    return await _GOING_ON.rows()


async def decided_by(decision: str) -> str | None:
    """Who took a decision."""
    found = await Decision.filter(id=decision).first().values("actor_id")
    return found["actor_id"] if found else None


async def set_seen(drill: str, person: str | None, at: datetime) -> bool:
    """False where that is known already."""
    return bool(await Drill.filter(id=drill, seen_at=None, given_up_at=None).update(seen_by_id=person, seen_at=at))


async def set_given_up(drill: str, at: datetime) -> bool:
    """False where somebody saw it, or it was given up before."""
    return bool(await Drill.filter(id=drill, seen_at=None, given_up_at=None).update(given_up_at=at))


async def drills_of(force: str, most: int) -> Sequence[JSON]:
    """A force's drills, the newest first."""
    return await Drill.filter(force_id=force).order_by("-posted_at", "-id").limit(most).values()


async def drills_of_ids(ids: Collection[str]) -> Sequence[JSON]:
    return await Drill.filter(id__in=list(ids)).values() if ids else []

"""Every query of when people came to a forum's page."""

from datetime import datetime, timedelta
from typing import Any

from tortoise.expressions import F

from forums.following.unread.models import ForumVisit
from foundation.ids import new_id
from foundation.queries import Query

JSON = dict[str, Any]
# Every page of a forum asks it.
_VISIT = Query(
    "SELECT visited_at, before_at FROM forum_visit WHERE person_id = ? AND forum_id = ?",
    moments=("visited_at", "before_at"),
)


async def find_visit(person: str, forum: str) -> JSON | None:
    """`visited_at` and `before_at` of somebody in a forum; None for who never came."""
    rows = await _VISIT.rows(person, forum)
    return rows[0] if rows else None


async def set_visit(person: str, forum: str, now: datetime, pause: timedelta) -> None:
    """Note that somebody is here: after a pause it is another visit, and what came since the one before is new."""
    visit = ForumVisit(id=new_id(), person_id=person, forum_id=forum, visited_at=now)
    await ForumVisit.bulk_create([visit], ignore_conflicts=True)
    one = ForumVisit.filter(person_id=person, forum_id=forum)
    await one.filter(visited_at__lt=now - pause).update(before_at=F("visited_at"))
    await one.filter(visited_at__lt=now).update(visited_at=now)

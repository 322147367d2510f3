"""Queries about what somebody wrote on their first day."""

from datetime import datetime

from forums.models import Reply
from foundation.queries import Query

_FIRST = Query("SELECT MIN(created_at) AS at FROM forum_reply WHERE author_id = ?", moments=("at",))
_COUNTED = Query(
    """
    SELECT COALESCE(SUM(CASE WHEN number = 1 THEN 1 ELSE 0 END), 0) AS topics, COUNT(*) AS written
    FROM forum_reply WHERE author_id = ?
    """
)


async def first_words_at(person: str) -> datetime | None:
    """When somebody sent their first words; None where they never did."""
    [row] = await _FIRST.rows(person)
    at: datetime | None = row["at"]
    return at


async def written_by(person: str) -> tuple[int, int]:
    """How many topics and how many replies somebody has sent, whatever became of them: ask it of who is new only."""
    [row] = await _COUNTED.rows(person)
    return int(row["topics"]), int(row["written"]) - int(row["topics"])


async def words_of(person: str) -> list[str]:
    """All that somebody has sent: ask it of who is new only."""
    return [str(body) for body in await Reply.filter(author_id=person).values_list("body", flat=True)]

"""Who is called where somebody may be in danger in a forum: the officers on duty who serve its neighbourhood."""

from foundation import clock
from foundation.queries import Query

_ON_DUTY = Query(
    """
    SELECT DISTINCT person.id FROM forum_topic topic
    JOIN person_neighbourhood serves ON serves.neighbourhood_id = topic.neighbourhood_id
    JOIN person ON person.id = serves.person_id AND person.force_id = topic.force_id
    JOIN shift ON shift.person_id = person.id
    WHERE topic.id = ? AND person.role = 'officer' AND person.suspended_at IS NULL AND person.closed_at IS NULL
      AND shift.ended_at IS NULL AND shift.ends_at > ?
    """
)


async def officers_on_duty(topic_id: str) -> list[str]:
    """The ids of those for a topic's neighbourhood; of a force's own forums nobody: its moderators are called."""
    return [str(row["id"]) for row in await _ON_DUTY.rows(topic_id, clock.now())]

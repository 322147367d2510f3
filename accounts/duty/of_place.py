"""Who is called where somebody may be in danger in a neighbourhood: the officers on duty who serve it."""

from foundation import clock
from foundation.queries import Query

_ON_DUTY = Query(
    """
    SELECT DISTINCT person.id FROM person_neighbourhood serves
    JOIN person ON person.id = serves.person_id
    JOIN shift ON shift.person_id = person.id
    WHERE serves.neighbourhood_id = ? AND person.force_id = ? AND person.role = 'officer'
      AND person.suspended_at IS NULL AND person.closed_at IS NULL AND shift.ended_at IS NULL AND shift.ends_at > ?
    """
)


async def officers_on_duty(force_id: str, neighbourhood_id: str) -> list[str]:
    """Their ids."""
    return [str(row["id"]) for row in await _ON_DUTY.rows(neighbourhood_id, force_id, clock.now())]

"""Who is called where somebody may be in danger in a round: the officers on duty who serve its neighbourhood."""

from foundation import clock
from foundation.queries import Query

_ON_DUTY = Query(
    """
    SELECT DISTINCT person.id FROM priority_round round
    JOIN person_neighbourhood serves ON serves.neighbourhood_id = round.neighbourhood_id
    JOIN person ON person.id = serves.person_id AND person.force_id = round.force_id
    JOIN shift ON shift.person_id = person.id
    WHERE round.id = ? AND person.role = 'officer' AND person.suspended_at IS NULL AND person.closed_at IS NULL
      AND shift.ended_at IS NULL AND shift.ends_at > ?
    """
)


async def officers_on_duty(round_id: str) -> list[str]:
    """The ids of those for a round's neighbourhood."""
    return [str(row["id"]) for row in await _ON_DUTY.rows(round_id, clock.now())]

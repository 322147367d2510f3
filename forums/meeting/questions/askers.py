"""Whether somebody who asked can still be asked: they have an account, or are here as a guest."""

from collections.abc import Sequence

from foundation import clock
from foundation.queries import Query

_REACHED = Query(
    """
    SELECT person.id FROM person
    WHERE person.id IN ? AND person.closed_at IS NULL AND (
        person.role <> 'guest' OR EXISTS (
            SELECT 1 FROM session WHERE session.person_id = person.id AND session.ended_at IS NULL
            AND session.expires_at > ?
        )
    )
    """
)


async def can_be_asked(person: str) -> bool:
    """False for an account that was closed, and for a guest whose visit has ended."""
    return bool(await who_can_be_asked([person]))


async def who_can_be_asked(people: Sequence[str]) -> set[str]:
    """Those of them who can."""
    return {row["id"] for row in (await _REACHED.rows(list(people), clock.now()) if people else [])}

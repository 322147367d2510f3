"""Who can be mentioned in a topic."""

from foundation.queries import Query

# The latest of a long topic: nobody is spoken to who wrote there a thousand people ago.
_WRITERS = Query(
    """
    SELECT person.id, person.name FROM person
    JOIN (
        SELECT author_id, MAX(number) AS latest FROM forum_reply
        WHERE topic_id = ? AND state = 'published' AND number IS NOT NULL
        GROUP BY author_id ORDER BY latest DESC LIMIT 1000
    ) AS writer ON writer.author_id = person.id
    WHERE person.closed_at IS NULL
    """
)
_OFFICERS = Query(
    """
    SELECT person.id, person.name FROM person_neighbourhood AS serving
    JOIN person ON person.id = serving.person_id
    JOIN officer_record ON officer_record.person_id = person.id
    WHERE serving.neighbourhood_id = ? AND person.role = 'officer' AND person.suspended_at IS NULL
      AND person.closed_at IS NULL AND officer_record.confirmed_at IS NOT NULL
    """
)


async def writers(topic_id: str) -> dict[str, str]:
    """The names of those who wrote in a topic, by their ids."""
    return {row["id"]: row["name"] for row in await _WRITERS.rows(topic_id)}


async def officers(neighbourhood_id: str) -> dict[str, str]:
    """The names of the verified officers of a neighbourhood, by their ids."""
    return {row["id"]: row["name"] for row in await _OFFICERS.rows(neighbourhood_id)}

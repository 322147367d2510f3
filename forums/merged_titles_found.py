"""The titles of topics that were merged into another one: that is found by them too, while they are read in it."""

from forums.arranging.merging.titles import begins_with
from foundation.queries import Query

_OF_MERGED = Query(
    """
    WITH RECURSIVE led (id) AS (
        SELECT id FROM forum_topic_address WHERE topic_id = ?
        UNION SELECT address.id FROM forum_topic_address address JOIN led ON address.topic_id = led.id
    )
    SELECT merged.title, reply.body FROM led
    JOIN forum_topic merged ON merged.id = led.id
    JOIN forum_reply reply ON reply.author_id = merged.author_id AND reply.client_id = merged.client_id
    WHERE reply.topic_id = ? AND reply.state = 'published'
    ORDER BY reply.number
    """
)


async def merged_titles(topic_id: str) -> list[str]:
    """Those that stand before their texts in this topic now: not of a text that was taken down, nor where the title was
    taken out of it. In their order.
    """
    rows = await _OF_MERGED.rows(topic_id, topic_id)
    return [str(row["title"]) for row in rows if begins_with(row["title"], row["body"])]

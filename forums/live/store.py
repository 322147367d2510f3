"""How far forums have come, and what stands in them."""

from collections.abc import Mapping

from foundation.queries import Query

# Asked twice a second of every forum that is open: each one's newest topic by its index, and not all of them.
_LATEST = Query(
    """
    SELECT id AS forum_id,
           (SELECT topic.active_at FROM forum_topic AS topic WHERE topic.forum_id = forum.id
            ORDER BY topic.active_at DESC, topic.id DESC LIMIT 1) AS active_at
    FROM forum WHERE id IN ?
    """,
    moments=("active_at",),
)
_SHOWN = Query("SELECT id FROM forum_topic WHERE id IN ? AND forum_id = ? AND state = 'published'")


async def latest_in(forum_ids: list[str]) -> Mapping[str, int]:
    """When each forum was last written in, in milliseconds since 1970; one without a topic has no entry."""
    return {
        row["forum_id"]: int(row["active_at"].timestamp() * 1000)
        for row in await _LATEST.rows(forum_ids)
        if row["active_at"] is not None
    }


async def shown_in(forum_id: str, topic_ids: list[str]) -> list[str]:
    """Those of these topics that everybody who finds the forum may read."""
    return [row["id"] for row in await _SHOWN.rows(topic_ids, forum_id)] if topic_ids else []

"""How far forums have come, and what stands in them."""

from collections.abc import Mapping

from foundation.queries import Query

_LATEST = Query(
    "SELECT forum_id, MAX(active_at) AS active_at FROM forum_topic WHERE forum_id IN ? GROUP BY forum_id",
    moments=("active_at",),
)
_SHOWN = Query("SELECT id FROM forum_topic WHERE id IN ? AND forum_id = ? AND state = 'published'")


async def latest_in(forum_ids: list[str]) -> Mapping[str, int]:
    """When each forum was last written in, in milliseconds since 1970."""
    return {row["forum_id"]: int(row["active_at"].timestamp() * 1000) for row in await _LATEST.rows(forum_ids)}


async def shown_in(forum_id: str, topic_ids: list[str]) -> list[str]:
    """Those of these topics that everybody who finds the forum may read."""
    return [row["id"] for row in await _SHOWN.rows(topic_ids, forum_id)] if topic_ids else []

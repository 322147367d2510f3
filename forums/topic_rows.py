"""Topics as they are read, each with its forum and its section in one statement, and locked to be changed."""

from collections.abc import Sequence
from typing import Any

from foundation.queries import Query

JSON = dict[str, Any]
_MOMENTS = ("created_at", "active_at", "pinned_at", "archived_at", "locked_at", "solved_at", "answered_at", "slowed_at")
_OF_FORUM = ("id", "key", "kind", "force_id", "neighbourhood_id", "mode", "slow_seconds")
_OF_SECTION = (
    "id", "slug", "name", "name_cy", "who_posts", "who_replies", "guests", "mode", "slow_seconds", "archived_at",
)  # fmt: skip
# Every page, call and event of a topic asks these.
_TOPIC = Query(
    """
    SELECT topic.*,
           forum.id AS forum__id, forum.key AS forum__key, forum.kind AS forum__kind,
           forum.force_id AS forum__force_id, forum.neighbourhood_id AS forum__neighbourhood_id,
           forum.mode AS forum__mode, forum.slow_seconds AS forum__slow_seconds,
           section.id AS section__id, section.slug AS section__slug, section.name AS section__name,
           section.name_cy AS section__name_cy, section.who_posts AS section__who_posts,
           section.who_replies AS section__who_replies, section.guests AS section__guests,
           section.mode AS section__mode, section.slow_seconds AS section__slow_seconds,
           section.archived_at AS section__archived_at
    FROM forum_topic topic
    JOIN forum ON forum.id = topic.forum_id
    JOIN forum_section section ON section.id = topic.section_id
    WHERE topic.id = ?
    """,
    moments=(*_MOMENTS, "section__archived_at"),
    truths=("section__guests",),
)
_LOCK = Query("UPDATE forum_topic SET version = version + 1 WHERE id = ? RETURNING *", moments=_MOMENTS)
_VERSIONS = Query("SELECT id, version FROM forum_topic WHERE id IN ?")
_LEADS_TO = Query("SELECT topic_id FROM forum_topic_address WHERE id = ?")


async def find_topic(topic_id: str) -> JSON | None:
    """A topic's row, with those of its `forum` and its `section` among its members; None where there is none."""
    rows = await _TOPIC.rows(topic_id)
    if not rows:
        return None
    row = rows[0]
    row["forum"] = {name: row.pop(f"forum__{name}") for name in _OF_FORUM}
    row["section"] = {name: row.pop(f"section__{name}") for name in _OF_SECTION}
    return row


async def lock_topic(topic_id: str) -> JSON | None:
    """A topic's own row, with its version raised, as nobody else changes it until the end of the transaction.

    A topic is locked before its replies, and its forum after it.
    """
    rows = await _LOCK.rows(topic_id)
    return rows[0] if rows else None


async def versions_of(topic_ids: Sequence[str]) -> dict[str, int]:
    """What rises with everything that readers of a topic may see, of those of these that there are."""
    return {row["id"]: int(row["version"]) for row in (await _VERSIONS.rows(list(topic_ids)) if topic_ids else [])}


async def leads_to(topic_id: str) -> str | None:
    """Where the address of a merged topic leads, as long as it was merged on and on."""
    found: str | None = None
    seen: set[str] = set()
    while rows := await _LEADS_TO.rows(found or topic_id):
        found = str(rows[0]["topic_id"])
        if found in seen:
            return None
        seen.add(found)
    return found

"""Every query and insert about forums and their sections."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from forums.places.models import Forum, ForumKind, Section
from foundation import clock
from foundation.ids import new_id
from foundation.queries import Query

JSON = dict[str, Any]

_FORUM = "SELECT id, key, kind, force_id, neighbourhood_id, mode, slow_seconds, created_at FROM forum WHERE"
_BY_KEY = Query(_FORUM, "key IN ?", moments=("created_at",))
_SECTION = """
    SELECT id, force_id, kind, slug, position, name, name_cy, about, about_cy, who_posts, who_replies, guests, mode,
           slow_seconds, version, archived_at
    FROM forum_section WHERE
    """
_SECTIONS = Query(
    _SECTION, "force_id = ? AND kind = ? ORDER BY position, id", moments=("archived_at",), truths=("guests",)
)
_WRITTEN_IN = Query(
    """
    SELECT key,
           (SELECT topic.active_at FROM forum_topic AS topic
            WHERE topic.forum_id = forum.id AND topic.state = 'published'
            ORDER BY topic.active_at DESC, topic.id DESC LIMIT 1) AS active_at
    FROM forum WHERE key IN ?
    """,
    moments=("active_at",),
)


async def forums_by_key(keys: Sequence[str]) -> dict[str, JSON]:
    """The forums of these keys, by key; one that was never needed has no row."""
    return {row["key"]: row for row in await _BY_KEY.rows(list(keys))} if keys else {}


async def add_forum(key: str, kind: ForumKind, force_id: str, neighbourhood_id: str | None) -> None:
    """Make it, unless somebody did meanwhile."""
    forum = Forum(
        id=new_id(), key=key, kind=kind, force_id=force_id, neighbourhood_id=neighbourhood_id, created_at=clock.now()
    )
    await Forum.bulk_create([forum], ignore_conflicts=True)


async def sections(force_id: str, kind: str) -> list[JSON]:
    """Those of a force's forums of one kind, in their order, archived ones among them."""
    return await _SECTIONS.rows(force_id, kind)


async def add_sections(rows: Sequence[Section]) -> None:
    """Make these, but for those that somebody made meanwhile."""
    await Section.bulk_create(rows, ignore_conflicts=True)


async def written_in(keys: Sequence[str]) -> dict[str, datetime | None]:
    """When the forums of these keys were last written in."""
    return {row["key"]: row["active_at"] for row in await _WRITTEN_IN.rows(list(keys))} if keys else {}

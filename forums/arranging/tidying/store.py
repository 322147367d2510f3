"""Topics of a forum to be chosen from."""

from collections.abc import Collection
from typing import Any

from forums.models import PostState, Topic
from forums.states import state_of

JSON = dict[str, Any]
_LISTED = (
    "id", "title", "section_id", "replies", "active_at",
    "pinned_at", "answered_at", "solved_at", "locked_at", "archived_at",
)  # fmt: skip


async def topics_in(forum_id: str, before: str, most: int) -> list[JSON]:
    """Topics that are shown, begun before the one of this id, the newest first."""
    found = Topic.filter(forum_id=forum_id, state=PostState.PUBLISHED)
    found = found.filter(id__lt=before) if before else found
    rows = await found.order_by("-id").limit(most).values(*_LISTED)
    return [row | {"pinned": row["pinned_at"] is not None, "state": state_of(row)} for row in rows]


async def titles_in(forum_id: str, ids: Collection[str]) -> dict[str, str]:
    """The titles of those of these topics that stand in the forum."""
    found = Topic.filter(forum_id=forum_id, id__in=list(ids))
    return {str(id_): str(title) for id_, title in await found.values_list("id", "title")}

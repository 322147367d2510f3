"""Queries about what was changed."""

from typing import Any

from forums.changing.models import ReplyRevision

JSON = dict[str, Any]
_MOST = 50
"""Changes that are shown, the latest."""


async def revisions(reply_id: str) -> list[JSON]:
    """A reply's words as they were until each of its latest edits, the oldest first."""
    rows = await ReplyRevision.filter(reply_id=reply_id).order_by("-version").limit(_MOST).values()
    return list(reversed(rows))

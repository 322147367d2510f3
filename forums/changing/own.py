"""Which of one's own words one may still change."""

from typing import Any

from forums.models import PostState
from forums.standing import Standing

JSON = dict[str, Any]
_CHANGEABLE = frozenset({PostState.PUBLISHED, PostState.HELD})


def may_change(standing: Standing, row: JSON) -> bool:
    """Whether the author of a reply may put other words in its place now: see `changing.service`."""
    if row["staff_edited_at"] is not None or row["state"] not in _CHANGEABLE:
        return False
    topic = standing.topic
    if topic["archived_at"] or standing.removed or standing.silenced:
        return False
    return standing.is_staff or not topic["locked_at"]

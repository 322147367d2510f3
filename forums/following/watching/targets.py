"""What is watched, as it is named in a watch: a topic by its id, a section by its forum's id and its own."""

from collections.abc import Mapping
from typing import Any

from forums.following.watching.models import WatchKind

Target = tuple[WatchKind, str]
NEAREST_FIRST = (WatchKind.TOPIC, WatchKind.SECTION, WatchKind.FORUM)
"""Of two things that somebody decided about, the nearer one to a topic holds."""


def of_section(forum_id: str, section_id: str) -> str:
    """The name of a section of one forum: the forums of a force have the same ones."""
    return f"{forum_id}:{section_id}"


def targets_of(topic: Mapping[str, Any]) -> dict[WatchKind, str]:
    """What a topic is followed by, itself or with others. `topic`: its `id`, `forum_id`, `section_id`."""
    return {
        WatchKind.TOPIC: topic["id"],
        WatchKind.SECTION: of_section(topic["forum_id"], topic["section_id"]),
        WatchKind.FORUM: topic["forum_id"],
    }

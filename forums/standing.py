"""What a viewer is in one topic, or in the place of one that is not begun yet."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from forums.places.policy import serves_forum
from foundation.permissions import Role, Viewer

JSON = dict[str, Any]
_MODERATING = frozenset({Role.MODERATOR, Role.ADMINISTRATOR})


@dataclass(frozen=True)
class Restricted:
    """A decision that keeps somebody from writing; `until` is None where it does not end by itself."""

    reason: str
    until: datetime | None


@dataclass(frozen=True)
class Standing:
    """A viewer in a topic: what they are there, as the record is now.

    `topic` is its row, empty for one that is being written; `forum` and `section` are those it stands in. `removed` and
    `silenced` keep a person from writing in all of the forum.
    """

    viewer: Viewer
    forum: JSON
    section: JSON
    topic: JSON = field(default_factory=dict)
    removed: Restricted | None = None
    silenced: Restricted | None = None

    @property
    def topic_id(self) -> str:
        return str(self.topic.get("id", ""))

    @property
    def forum_id(self) -> str:
        return str(self.forum["id"])

    @property
    def force_id(self) -> str:
        return str(self.forum["force_id"])

    @property
    def is_staff(self) -> bool:
        """Whether they are of the staff that serve this forum."""
        return serves_forum(self.viewer, self.forum)

    @property
    def moderates(self) -> bool:
        """Whether they moderate this forum."""
        return self.is_staff and self.viewer.role in _MODERATING

    @property
    def is_author(self) -> bool:
        """Whether the topic is theirs."""
        return self.viewer.id is not None and self.topic.get("author_id") == self.viewer.id

    @property
    def mode(self) -> str:
        """The `moderation.modes.Mode` that holds here: the topic's own, or its section's, or the forum's."""
        return str(self._slow_or_not["mode"])

    @property
    def slow_seconds(self) -> int | None:
        """How far apart a person's words are in slow mode."""
        seconds = self._slow_or_not["slow_seconds"]
        return int(seconds) if seconds else None

    @property
    def _slow_or_not(self) -> JSON:
        return next((place for place in (self.topic, self.section) if place.get("mode")), self.forum)

"""Which `moderation.modes.Mode` holds in a forum or one of its sections."""

from typing import Any

JSON = dict[str, Any]


def mode_in(forum: JSON, section: JSON | None) -> tuple[str, int | None]:
    """The section's own mode and its slow mode's seconds, or the forum's."""
    place = section if section and section["mode"] else forum
    return str(place["mode"]), place["slow_seconds"]

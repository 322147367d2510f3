"""Who hears of an item: those who serve all of its force, and those who serve its neighbourhood only."""

from typing import Any

from foundation.permissions import MODERATORS, Viewer


def channels_of(item: dict[str, Any]) -> list[str]:
    """The channels on which moderators are told about an item (its `force_id` and `neighbourhood_id`)."""
    force, place = item["force_id"], item["neighbourhood_id"]
    return [f"moderators:{force}", *([f"moderators:{force}:{place}"] if place else [])]


def channels_for(viewer: Viewer) -> list[str]:
    """The channels that somebody may hear, by the record as it is now; none for who is not a moderator."""
    if viewer.role not in MODERATORS or viewer.force is None:
        return []
    if viewer.whole_force:
        return [f"moderators:{viewer.force}"]
    return [f"moderators:{viewer.force}:{place}" for place in sorted(viewer.neighbourhoods)]

"""Who may answer a call: who was asked to, and did not write it."""

from collections.abc import Collection
from typing import Any

from foundation.permissions import MODERATORS, Viewer


def may_answer(viewer: Viewer, item: dict[str, Any], hosts: Collection[str]) -> bool:
    """Whether somebody may look at what a call is about: a host of its place, or who moderates there."""
    if viewer.id is None or viewer.id == item["author_id"]:
        return False
    return viewer.id in hosts or (viewer.role in MODERATORS and _serves(viewer, item))


def _serves(viewer: Viewer, item: dict[str, Any]) -> bool:
    return viewer.serves(item["force_id"], item["neighbourhood_id"] or "")

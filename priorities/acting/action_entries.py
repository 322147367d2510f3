"""What the audit keeps of a change of an action."""

from typing import Any

from foundation.audit.entries import add_entry
from foundation.permissions import Viewer
from priorities.acting.moderated_words import ACTION

JSON = dict[str, Any]


async def add_action_entry(
    viewer: Viewer, act: str, action_id: str, priority_id: str, reason: str = "", moved: JSON | None = None,
    personal: JSON | None = None,
) -> None:  # fmt: skip
    """Inside its transaction. `moved`: the day that it brought; `personal`: its words, before and after."""
    details: JSON = {"priority": priority_id, **(moved or {})}
    await add_entry(
        act=f"action.{act}", actor=viewer, subject_type=ACTION, subject_id=action_id, reason=reason, details=details,
        personal=personal,
    )  # fmt: skip

"""The rows that a change of an action is about, for its transaction."""

from typing import Any

from priorities.acting.policy import check_under_way, no_action
from priorities.acting.priority_rows import find_action, lock_priority

JSON = dict[str, Any]


async def lock_under_way(priority_id: str) -> JSON:
    """A priority, for this transaction alone. Raises NotFound, and Conflict where it is over."""
    row = await lock_priority(priority_id)
    if row is None:
        raise no_action()
    check_under_way(row)
    return row


async def read_action(action_id: str) -> JSON:
    """An action that was not taken back. Raises NotFound."""
    action = await find_action(action_id)
    if action is None or action["state"] == "withdrawn":
        raise no_action()
    return action


def rounds_of(row: JSON) -> list[str]:
    """The round that a priority came of, where there is one."""
    return [row["round_id"]] if row["round_id"] else []

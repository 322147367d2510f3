"""The day of the next update that an action brings with it: moved once people read the action, and back with it."""

from datetime import date
from typing import Any

from priorities.acting import store
from priorities.acting.drafts import before_and_after

JSON = dict[str, Any]


async def bring_day(row: JSON, action_id: str, day: date | None, *, shown: bool) -> JSON:
    """Give a locked priority the day that an action brings, if it is shown; what the audit says of that.

    The day of one that a moderator reads first waits with it.
    """
    moved = day is not None and shown and day != row["next_update_on"]
    changes = {"next_update_on": day, "kept_version": row["kept_version"] + 1} if moved else {}
    if day is not None:
        before = row["next_update_on"] if moved else None
        await store.set_day_of(action_id, day, before)
    await store.set_priority(row["id"], row["version"], **changes)
    return {"next_update_on": before_and_after(row["next_update_on"], day)} if moved else {}


async def take_day_back(row: JSON, action: JSON) -> JSON:
    """The day that stood before an action which is taken back, unless another one was given since."""
    day, before = action["next_update_on"], action["next_update_before"]
    back = day is not None and before is not None and row["next_update_on"] == day
    changes = {"next_update_on": before, "kept_version": row["kept_version"] + 1} if back else {}
    await store.set_priority(row["id"], row["version"], **changes)
    return {"next_update_on": before_and_after(day, before)} if back else {}

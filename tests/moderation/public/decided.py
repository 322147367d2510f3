"""Decisions, flags and appeals as they stand in the rows, put there for tests of what is read of them."""

from datetime import datetime, timedelta
from typing import Any

from foundation import clock
from foundation.ids import new_id
from moderation.appeals.models import Appeal
from moderation.items.models import ReviewItem
from moderation.models import Decision, Flag
from tests.cast import HOME

FORCE = "south-wales"
SECRET = "the private note of Mo"


async def decided(**changes: Any) -> Decision:
    """A decision by a moderator in Rosa's neighbourhood, now."""
    values: dict[str, Any] = {
        "id": new_id(), "target_type": "message", "target_id": new_id(), "author_id": new_id(), "action": "hide",
        "clause": "kind", "rules_version": 1, "reason": "the sentence for the author", "note": SECRET,
        "actor_id": new_id(), "actor_role": "moderator", "at": clock.now(), "kind": "abuse", "force_id": FORCE,
        "neighbourhood_id": HOME,
    }  # fmt: skip
    return await Decision.create(**values | changes)


async def reversed_by(first: Decision, action: str, **changes: Any) -> Decision:
    """A later decision that takes the place of the first."""
    changes = {"at": first.at + timedelta(minutes=1)} | changes
    return await decided(action=action, supersedes_id=first.id, target_id=first.target_id, **changes)


async def waited_for(at: datetime, waited: timedelta, *, allowed: timedelta, **changes: Any) -> Decision:
    """A decision about an item that was opened so long before, and was due after `allowed`."""
    item = await item_of(at - waited, due_at=at - waited + allowed)
    return await decided(at=at, opened_at=at - waited, item_id=item.id, **changes)


async def item_of(opened_at: datetime, **changes: Any) -> ReviewItem:
    values: dict[str, Any] = {
        "id": new_id(), "target_type": "message", "target_id": new_id(), "force_id": FORCE, "neighbourhood_id": HOME,
        "cause": "held", "kind": "abuse", "priority": 500, "due_at": opened_at, "opened_at": opened_at,
        "changed_at": opened_at,
    }  # fmt: skip
    return await ReviewItem.create(**values | changes)


async def flagged(at: datetime, reason: str = "abuse") -> Flag:
    item = await item_of(at, cause="flagged")
    return await Flag.create(id=new_id(), target_type="message", target_id=new_id(), person_id=new_id(),
                             reason=reason, note=SECRET, at=at, item_id=item.id)  # fmt: skip


async def appealed(at: datetime, state: str = "open") -> Appeal:
    return await Appeal.create(id=new_id(), decision_id=new_id(), person_id=new_id(), force_id=FORCE,
                               text="please", at=at, state=state)  # fmt: skip

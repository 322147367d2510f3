"""What somebody said was done about priorities, answers for and follows, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from priorities.acting.models import Action, Priority, PriorityFollower
from priorities.acting.priority_rows import readable

JSON = dict[str, Any]
_OWNED = ("title", "owner_role", "owner_rank")


async def _actions(person: str) -> AsyncIterator[JSON]:
    columns = ("priority_id", "partner", "body", "figures", "done_on", "state", "created_at", "edited_at")
    async for row in by_key(Action.filter(author_id=person), *columns):
        yield {"priority": row.pop("priority_id"), **row}


async def _owned(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Priority.filter(owner_id=person), *_OWNED, "option_id", "state"):
        [shown] = await readable([row])
        yield {name: shown[name] for name in ("id", *_OWNED)}


async def _promised(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(Priority.filter(worded_by_id=person), "promise", "owner_role", "next_update_on"):
        yield row


async def _followed(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(PriorityFollower.filter(person_id=person), "priority_id", "since"):
        yield {"priority": row["priority_id"], "since": row["since"]}


HELD_BY_ACTING = (
    Holding("priority_actions", ("priority_action.author_id",), _actions),
    Holding("priorities_answered_for", ("priority.owner_id",), _owned),
    Holding("priorities_promised", ("priority.worded_by_id",), _promised),
    Holding("priorities_followed", ("priority_watch.person_id",), _followed),
)

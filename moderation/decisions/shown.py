"""Decisions as they are shown to those who work in the queue."""

from collections.abc import Collection
from typing import Any

import msgspec

from accounts.people import persons
from foundation.clock import rfc3339
from moderation.decisions.decided import Decided

JSON = dict[str, Any]


class Target(msgspec.Struct):
    """What was decided about."""

    type: str
    id: str


class DecisionShape(msgspec.Struct):
    """One decision. `by` is the contract's person, null where a rule decided; `note` is for staff only.

    `supersedes` is the decision that it took the place of; `item` the review item that it ended.
    """

    id: str
    target: Target
    revision: int
    action: str
    clause: str
    reason: str
    note: str
    by: JSON | None
    role: str | None
    at: str
    seconds: int | None
    until: str | None
    to: str | None
    item: str | None
    supersedes: str | None


async def shown_decisions(rows: Collection[JSON]) -> list[DecisionShape]:
    """Decisions from their rows, with who decided by the record as it is now. One query."""
    people = await persons({row["actor_id"] for row in rows if row["actor_id"]})
    return [_shape(row, people) for row in rows]


async def shown_decision(row: JSON) -> DecisionShape:
    """One of them."""
    return (await shown_decisions([row]))[0]


async def with_the_first(refusal: Decided) -> Decided:
    """The refusal as it is answered: with `decision`, the one that came first, where there is one."""
    if refusal.decision is not None:
        refusal.details = {"decision": msgspec.to_builtins(await shown_decision(refusal.decision))}
    return refusal


def _shape(row: JSON, people: dict[str, JSON]) -> DecisionShape:
    return DecisionShape(
        id=row["id"],
        target=Target(row["target_type"], row["target_id"]),
        revision=row["revision"],
        action=row["action"],
        clause=row["clause"],
        reason=row["reason"],
        note=row["note"],
        by=people.get(row["actor_id"]),
        role=row["actor_role"],
        at=rfc3339(row["at"]),
        seconds=row["seconds"],
        until=rfc3339(row["until"]) if row["until"] else None,
        to=row["to"],
        item=row["item_id"],
        supersedes=row["supersedes_id"],
    )

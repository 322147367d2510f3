"""Decisions as other features of moderation read them."""

from collections.abc import Collection
from typing import Any

from moderation.decisions import store

JSON = dict[str, Any]


async def successor_of(decision: str) -> JSON | None:
    """The decision that took the place of this one."""
    return await store.successor_of(decision)


async def hold_decision(decision: str) -> None:
    """Keep who would take the place of this one, in any process, waiting for the end of the transaction."""
    await store.hold_decision(decision)


async def successors_of(decisions: Collection[str]) -> dict[str, JSON]:
    """The same for many, by the id of the first."""
    return await store.successors_of(decisions)


async def decisions_by_id(ids: Collection[str]) -> dict[str, JSON]:
    return await store.decisions_by_id(ids)


async def cases_of(decisions: Collection[str]) -> dict[str, str]:
    """Which of these decisions are about a sealed case, and which case: by the decision's id."""
    return await store.cases_of(decisions)


async def decision_that_ended(item_id: str) -> JSON | None:
    """The row of what was decided last about an item."""
    return await store.last_on_item(item_id, before="")


async def decisions_on(target_type: str, target: str) -> list[JSON]:
    """What was decided about one thing, oldest first: the last one holds."""
    return await store.decisions_on(target_type, target)


async def decisions_about(author: str, before: str | None, most: int) -> list[JSON]:
    """What was decided about somebody's words, newest first; those that came before the one with the id `before`."""
    return await store.decisions_about(author, before, most)

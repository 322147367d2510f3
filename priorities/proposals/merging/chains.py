"""Where a proposal went that was put together with another one, which may have gone further itself."""

from collections.abc import Collection, Sequence
from typing import Any

from priorities.proposals.merging import store

JSON = dict[str, Any]
_MOST = 50
"""Steps that are followed at most: rows that lead in a circle end there."""


async def beneath(proposal_id: str) -> set[str]:
    """All that went into a proposal, directly or by way of others."""
    found: set[str] = set()
    edge = {proposal_id}
    for _step in range(_MOST):
        edge = {each["retired_id"] for each in await store.merges_into(edge)} - found - {proposal_id}
        if not edge:
            break
        found |= edge
    return found


async def way_of(proposal_id: str) -> list[JSON]:
    """The merges by which it went on, one after the other; none where it was not put together with any."""
    seen, way = {proposal_id}, []
    now = proposal_id
    for _step in range(_MOST):
        further = (await store.standing_merges([now])).get(now)
        if further is None or further["into_id"] in seen:
            break
        way.append(further)
        now = further["into_id"]
        seen.add(now)
    return way


async def where_it_went(proposal_id: str) -> str:
    """The proposal in which it is by now: itself, where it was not put together with any."""
    way = await way_of(proposal_id)
    return str(way[-1]["into_id"]) if way else proposal_id


async def take_back_along(came_from: Collection[str], way: Sequence[JSON], person: str) -> None:
    """End somebody’s support wherever it came to on this way from these proposals. Inside the caller’s transaction.

    What they support by themselves stays, and so does what comes from there.
    """
    left = set(came_from)
    for each in way:
        if each is not way[0] and each["retired_id"] in left and await store.answer_of(each["id"], person):
            await store.set_answer(each["id"], person, moved=False)
        if await store.take_back_support(left, each["into_id"], person):
            left.add(each["into_id"])

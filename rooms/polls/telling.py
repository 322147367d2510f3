"""What the log's entries about polls say of them now."""

from collections.abc import Collection, Mapping
from typing import Any

from rooms.polls import store
from rooms.polls.tallies import tallied

JSON = dict[str, Any]


async def told_of_polls(ids: Collection[str]) -> Mapping[str, JSON]:
    """Each poll as screens get it, by its id: without words once it was taken back."""
    return {tally["id"]: tally for tally in await tallied(await store.polls_by_id(ids))}

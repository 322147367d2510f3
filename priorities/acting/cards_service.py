"""Cards of priorities, for the pages that list them."""

from collections.abc import Sequence
from typing import Any

from accounts.people import persons
from priorities.acting import store
from priorities.acting.holders import held
from priorities.acting.priority_rows import UNDER_WAY
from priorities.acting.shown import priority_shown

JSON = dict[str, Any]


async def cards_of(neighbourhood: str) -> list[JSON]:
    """What the team of a neighbourhood works on now, for `priorities/acting/card.html`: see `cards_of_rows`."""
    return await cards_of_rows(await store.of_neighbourhood(neighbourhood, UNDER_WAY))


async def cards_of_round(round_id: str) -> list[JSON]:
    """What a round came to, in the panel’s order."""
    return await cards_of_rows(await store.of_round(round_id))


async def cards_of_rows(rows: Sequence[JSON]) -> list[JSON]:
    """Each as `priority_shown`, with `actions`: how many were done, and `last_on`: the day of the latest, or None."""
    rows = await held(rows)
    people = await persons({row["owner_id"] for row in rows if row["owner_id"]})
    actions = await store.actions_of([row["id"] for row in rows])
    cards = []
    for row in rows:
        own = [action["done_on"] for action in actions if action["priority_id"] == row["id"]]
        days = [day for day in own if day]
        cards.append({**priority_shown(row, people), "actions": len(own), "last_on": max(days, default=None)})
    return cards

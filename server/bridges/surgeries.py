"""Surgeries as other features list them."""

from collections.abc import Sequence
from typing import Any

from rooms.minutes.service import with_minutes
from rooms.surgeries.cards import cards
from rooms.surgeries.repeats import LOOKED_AT, without_repeats
from rooms.surgeries.service import hosted_surgeries, next_surgeries, past_surgeries

JSON = dict[str, Any]
_SHOWN = 5


async def next_cards(neighbourhood: str) -> Sequence[JSON]:
    """The next ones of a neighbourhood, each series once."""
    return await cards(without_repeats(await next_surgeries(neighbourhood, LOOKED_AT))[:_SHOWN])


async def past_cards(neighbourhood: str) -> Sequence[JSON]:
    """The last ones of a neighbourhood, with what was written down of them."""
    return await with_minutes(await cards(await past_surgeries(neighbourhood)))


async def hosted_cards(officer: str) -> Sequence[JSON]:
    """The next ones that an officer hosts, each series once."""
    return await cards(without_repeats(await hosted_surgeries(officer, LOOKED_AT))[:_SHOWN])

"""What the notice board shows: the neighbourhood's alerts, its priorities and its next surgeries."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from rooms.floor.ports import ALERTS, PRIORITIES, Note, Notes
from rooms.surgeries.cards import cards
from rooms.surgeries.repeats import LOOKED_AT, without_repeats
from rooms.surgeries.service import next_surgeries

JSON = dict[str, Any]
_MOST = 3


async def board_of(app: web.Application, neighbourhood: str, here: str) -> JSON:
    """`alerts`, `priorities`: notes; `surgeries`: cards of the next ones but this. Each may be empty."""
    coming = [surgery for surgery in await next_surgeries(neighbourhood, LOOKED_AT) if surgery["id"] != here]
    return {
        "alerts": await _notes(app, ALERTS, neighbourhood),
        "priorities": await _notes(app, PRIORITIES, neighbourhood),
        "surgeries": await cards(without_repeats(coming)[:_MOST]),
    }


async def _notes(app: web.Application, key: web.AppKey[Notes], neighbourhood: str) -> Sequence[Note]:
    """Nothing while nobody offers them."""
    ask = app.get(key)
    return (await ask(neighbourhood))[:_MOST] if ask else ()

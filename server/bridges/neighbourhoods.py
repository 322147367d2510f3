"""What the page of a neighbourhood shows of other features."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from accounts.people import officers_of
from forums.places.cards_service import card_of_neighbourhood
from neighbourhoods.ports import FORUM, LOGS, NEXT_SURGERIES, OFFICERS, PAST_SURGERIES, PRIORITIES
from priorities.rounds.listing_service import card_of_neighbourhood as card_of_priorities
from rooms.running_log.service import logs_near
from server.bridges.surgeries import next_cards, past_cards


def fill(app: web.Application) -> None:
    """Fill the ports of neighbourhoods."""
    app[OFFICERS] = officers_of
    app[NEXT_SURGERIES] = next_cards
    app[PAST_SURGERIES] = past_cards
    app[LOGS] = _logs
    app[FORUM] = card_of_neighbourhood
    app[PRIORITIES] = card_of_priorities


async def _logs(neighbourhood: str) -> Sequence[dict[str, Any]]:
    return await logs_near(neighbourhood)

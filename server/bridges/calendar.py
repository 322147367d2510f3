"""What stands in the calendar beside surgeries and meetings: the dates of rounds of priorities."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from aiohttp import web

from priorities.rounds.calendar_service import dates_of_rounds
from rooms.calendar.ports import MOMENTS, Moment


def fill(app: web.Application) -> None:
    """Fill the port of the calendar."""
    app[MOMENTS] = _moments


async def _moments(
    neighbourhood: str | None, force: str | None, since: datetime, until: datetime, most: int
) -> Sequence[Moment]:
    return [Moment(**asdict(each)) for each in await dates_of_rounds(neighbourhood, force, since, until, most)]

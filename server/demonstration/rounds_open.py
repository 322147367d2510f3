"""The round of the demonstration that people vote in now: whenever it runs there is one."""

import asyncio
from itertools import cycle, islice
from typing import Final

from aiohttp import web

from foundation import clock
from priorities.acting.models import Priority, Status
from priorities.models import Phase, Round
from priorities.reviewing.carrying_service import carry_on
from priorities.rounds.moving_service import move_rounds
from server.demonstration.people import HOME
from server.demonstration.round_talk import NOW
from server.demonstration.rounds_making import Making, begin, cast_ballots, fill, making

_DAYS: Final = (21, 8, 3, -11, -16, -100, -114)
"""How many days ago its phases began, or will begin."""
_CHOSEN: Final = (("loud", "lamps"), ("lamps", "ramp", "phone"), ("loud",), ("ramp", "park"), ("lamps", "loud", "park"))
_VOTED: Final = 24
"""Neighbours who have voted when somebody first looks at it. Rosa and Amir have not."""

MAKING: Final = web.AppKey("making", asyncio.Lock)
"""Held while a round is made."""


async def keep_one_vote_open(app: web.Application) -> None:
    """Make one when there is none: at the first start, and when the last was closed, however long ago."""
    async with app[MAKING]:
        await _make_where_none_is_open(app)


async def move_rounds_that_are_made(app: web.Application) -> None:
    """The clock's job in a demonstration: by its time, the days of a round that is being made are all over."""
    if not app[MAKING].locked():
        await move_rounds(app)


async def _make_where_none_is_open(app: web.Application) -> None:
    open_ones = Round.filter(neighbourhood_id=HOME, phase=Phase.VOTE, agree_at__gt=clock.now())
    if await open_ones.exists():
        return
    # What ended while nobody served it is moved on first: there is one vote, and not an old one beside it.
    await move_rounds(app)
    round_ = await making(app, _DAYS)
    await begin(round_)
    await _carry_on(round_)
    await fill(round_, NOW)
    with round_.at(_DAYS[2]):
        await move_rounds(app)
    ballots = zip(round_.neighbours[:_VOTED], islice(cycle(_CHOSEN), _VOTED), strict=False)
    await cast_ballots(round_, list(ballots), _DAYS[2])


async def _carry_on(round_: Making) -> None:
    """What neighbours said is not met yet goes before this round, by the officer's one click."""
    with round_.at(_DAYS[0] - 1):
        unmet = Priority.filter(neighbourhood_id=HOME, status=Status.UNMET, carried_to_id=None).order_by("id")
        for row in await unmet.limit(1).values("id"):
            round_.ids["park"] = await carry_on(round_.app, round_.cast["hughes"], row["id"])

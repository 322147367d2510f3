"""Rounds of priorities in the demonstration, up to their vote: made by the verbs that people use."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from aiohttp import web

from foundation import clock
from foundation.client_ids import new_client_id
from foundation.errors import Refusal
from foundation.permissions import Viewer
from priorities.ballots.service import vote
from priorities.proposals.evidence.service import write_card
from priorities.proposals.merging.moving_service import move_support
from priorities.proposals.merging.service import merge
from priorities.proposals.places import Where
from priorities.proposals.posting.new import NewProposal
from priorities.proposals.posting.service import propose
from priorities.proposals.supporting.service import support
from priorities.rounds.beginning_service import begin_round
from priorities.rounds.plans import DATES, Plan, Settings
from server.demonstration.making import viewer
from server.demonstration.neighbours import neighbours
from server.demonstration.people import HOME
from server.demonstration.round_steps import Idea

_SEASONS: Final = ("Winter", "Spring", "Summer", "Autumn")
_KEYS: Final = ("rosa", "amir", "okafor", "hughes")
_ABOUT: Final = "What shall your team work on in the next three months? Up to three things, chosen by who lives here."
_TO_SETTLE: Final = timedelta(minutes=1)
"""After a date before anything is done: what begins then has begun."""


@dataclass
class Making:
    """A round that is being made. `days` are those of its dates, counted back from `today`; `ids` its proposals’ ids.

    Everybody is looked up before anything is written: where one of them is gone, nothing is half done.
    """

    app: web.Application
    days: Sequence[int]
    today: datetime
    cast: Mapping[str, Viewer]
    neighbours: Sequence[Viewer]
    id: str = ""
    ids: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def at(self, ago: float) -> Iterator[None]:
        """So many days ago, a moment after the hour at which a phase begins."""
        with clock.elsewhen(self.today - timedelta(days=ago) + _TO_SETTLE - clock.now()):
            yield

    def who(self, who: str | int) -> Viewer:
        """One of the cast, or the neighbour of this number."""
        return self.cast[who] if isinstance(who, str) else self.neighbours[who % len(self.neighbours)]


async def making(app: web.Application, days: Sequence[int]) -> Making:
    """Ready to make a round whose phases began so many days ago, or begin in so many where that is less than none."""
    today = clock.now().replace(hour=18, minute=0, second=0, microsecond=0)
    return Making(app, days, today, {key: await viewer(key) for key in _KEYS}, await neighbours())


async def begin(round_: Making) -> None:
    """Begin it, on its first day."""
    dates = {name: round_.today - timedelta(days=days) for name, days in zip(DATES, round_.days, strict=True)}
    title = f"{_SEASONS[(dates['vote_at'].month % 12) // 3]} priorities"
    with round_.at(round_.days[0]):
        plan = Plan(title, dates, _ABOUT, Settings(quorum=20))
        round_.id = await begin_round(round_.app, round_.cast["hughes"], HOME, plan)


async def fill(round_: Making, ideas: Sequence[Idea]) -> None:
    """Propose, support, put together and write down what is known, a day after the other."""
    for number, idea in enumerate(ideas):
        with round_.at(round_.days[0] - 1 - number / 2):
            await _propose(round_, idea, first=5 * number)
    with round_.at(round_.days[1] - 1):
        for idea in ideas:
            if idea.key in round_.ids:
                await _arrange(round_, idea)


async def cast_ballots(round_: Making, ballots: Sequence[tuple[Viewer, Sequence[str]]], days: int) -> None:
    """Let people vote, each on one of the first `days` of the vote, and more of them as it opens."""
    for number, (voter, keys) in enumerate(ballots):
        with round_.at(round_.days[2] - (number % 7) ** 2 * days // 49):
            await vote(round_.app, voter, round_.id, [round_.ids[key] for key in keys if key in round_.ids])


async def _propose(round_: Making, idea: Idea, first: int) -> None:
    """One that is held, or whose author may not, is not there: moderators of the demonstration have their say."""
    new = NewProposal(
        new_client_id(), idea.title, idea.what, Where(idea.street), idea.times, idea.affected, confirm=True
    )
    try:
        outcome = await propose(round_.app, round_.who(idea.who), round_.id, new)
    except Refusal:
        return
    if outcome.status != "published" or outcome.id is None:
        return
    round_.ids[idea.key] = outcome.id
    for number in range(first, first + idea.support):
        await support(round_.app, round_.who(number), outcome.id)


async def _arrange(round_: Making, idea: Idea) -> None:
    proposal = round_.ids[idea.key]
    if idea.card:
        await write_card(round_.app, round_.cast["hughes"], proposal, idea.card, (), 0)
    if idea.like in round_.ids:
        into = round_.ids[idea.like]
        await merge(round_.app, round_.cast["okafor"], proposal, into, "Both are about the same cars.")
        await move_support(round_.app, round_.who(idea.who), proposal, moved=True)
        del round_.ids[idea.key]

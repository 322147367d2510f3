"""Rounds of priorities in which the cast propose and vote, at any phase."""

from datetime import timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from accounts.models import Session
from foundation import clock
from foundation.ids import new_id
from foundation.text import rendered
from priorities.models import Phase, Proposal, ProposalState, Round
from priorities.phases import BEGINS, ORDER
from priorities.round_rows import find_round
from priorities.rounds.moving_service import move_rounds
from tests.cast import HOME, Cast, Member
from tests.clients import JSON, Answer
from tests.house import House

WEEK = timedelta(days=7)
_VOTE = ORDER.index(Phase.VOTE)
IDEAS = (
    "Speeding on Whitchurch Road",
    "Bikes stolen at the station",
    "Noise in the park at night",
    "Litter by the shops",
)


class Poll:
    """Rounds of the cast's neighbourhood, whose officers are Ada and Huw."""

    def __init__(self, house: House, cast: Cast) -> None:
        self.house, self.cast = house, cast

    async def begin(self, phase: Phase = Phase.GATHER, ideas: tuple[str, ...] = IDEAS, **columns: Any) -> str:
        """A round with these proposals of Rosa's that the clock brought to this phase a moment ago: its id.

        Every phase lasts a week; `columns` are those of the row that shall be otherwise. What comes after the vote is
        come to by way of it: time passes, and the service is there when the vote opens.
        """
        now = clock.now()
        first = min(ORDER.index(phase), _VOTE)
        steps = count(-first)
        dates = {BEGINS[each]: now + next(steps) * WEEK for each in ORDER}
        row = {
            "id": new_id(),
            "force_id": "south-wales",
            "neighbourhood_id": HOME,
            "title": "Winter priorities",
            "phase": Phase.SCHEDULED,
            "quorum": 3,
            "created_by_id": self.cast.ada.id,
            "created_at": now,
            **dates,
        }
        made = await Round.create(**{**row, **columns})
        for idea in ideas:
            await self.proposal(made.id, title=idea)
        await move_rounds(self.house.app)
        if phase is not ORDER[first]:
            await self.let_pass((ORDER.index(phase) - first) * WEEK)
            await move_rounds(self.house.app)
        return str(made.id)

    async def proposal(self, round_id: str, author: Member | None = None, **columns: Any) -> str:
        """A published proposal, Rosa's unless said otherwise: its id."""
        what = str(columns.get("what", "It happens nearly every evening."))
        row = {
            "id": new_id(),
            "round_id": round_id,
            "force_id": "south-wales",
            "neighbourhood_id": HOME,
            "author_id": (author or self.cast.rosa).id,
            "client_id": str(uuid4()),
            "state": ProposalState.PUBLISHED,
            "title": "Lamps in Salisbury Road",
            "what": what,
            "html": await rendered(what),
            "created_at": clock.now(),
        }
        return str((await Proposal.create(**{**row, **columns})).id)

    async def row(self, round_id: str) -> JSON:
        found = await find_round(round_id)
        assert found is not None
        return found

    async def move_to(self, round_id: str, phase: Phase) -> JSON:
        """Let the time pass until a phase begins, and every job run once or twice: the round's row. On the way the
        vote opens in time."""
        if (await self.row(round_id))["phase"] in ORDER[:_VOTE] and phase in ORDER[_VOTE + 1 :]:
            await self._let_pass_until(round_id, Phase.VOTE)
            await move_rounds(self.house.app)
        await self._let_pass_until(round_id, phase)
        await self.house.run_jobs()
        await self.house.run_jobs()
        return await self.row(round_id)

    async def _let_pass_until(self, round_id: str, phase: Phase) -> None:
        begins = (await self.row(round_id))[BEGINS[phase]]
        await self.let_pass(max(begins - clock.now(), timedelta()) + timedelta(seconds=1))

    async def let_pass(self, time: timedelta) -> None:
        """Let time pass; the cast sign in anew meanwhile, so that nobody is signed out."""
        clock.move(time)
        now = clock.now()
        await Session.all().update(last_seen_at=now, expires_at=now + timedelta(days=1), proved_at=now)

    async def options(self, round_id: str) -> list[str]:
        """The ids of what can be voted on, in the order in which they were proposed."""
        return [str(one.id) for one in await Proposal.filter(round_id=round_id, state="published").order_by("id")]

    async def cast_ballot(self, member: Member, round_id: str, choices: Any, **more: Any) -> Answer:
        """By the JSON call: its answer, whatever that is."""
        return await self.house.caller(member).put(f"/rounds/{round_id}/ballot", {"choices": choices, **more})

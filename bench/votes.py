"""Rounds of priorities that people vote in, and one that was counted."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bench.fixture import Fixture
from bench.serving import connected
from foundation import clock
from foundation.ids import new_id
from foundation.settings import Settings
from priorities.closing.models import Close
from priorities.closing.result import counted
from priorities.models import Option, Phase, Proposal, ProposalState, Round
from priorities.phases import BEGINS, ORDER
from priorities.rounds.moving_service import move_rounds
from server.app import create_app

JSON = dict[str, Any]
OPTIONS, COUNTED_OPTIONS = 30, 100
_TIERS = ("email", "postcode", "confirmed")


@dataclass(frozen=True)
class Vote:
    """A round that people vote in: its id, and those of its options."""

    id: str
    options: list[str]


async def open_votes(settings: Settings, fixture: Fixture, many: int) -> list[Vote]:
    """So many of them, where the residents of the load live."""
    async with connected(settings):
        votes = [await _proposed(fixture) for _vote in range(many)]
        await move_rounds(create_app(settings))
    return votes


async def add_counted(settings: Settings, fixture: Fixture) -> str:
    """A round there that was counted, with a hundred options and voters of three tiers: its id."""
    async with connected(settings):
        row: JSON = _row(fixture, Phase.DONE) | {"seed": "seed", "closed_at": clock.now()}
        about: JSON = {"method": "approval", "advice": "equal_shares", "pick": 3, "places": 3, "quorum": 20}
        await Round.create(**row, **about)
        names = [new_id() for _option in range(COUNTED_OPTIONS)]
        await Option.bulk_create(
            Option(id=each, round_id=row["id"], title=f"Something in street {each}", what="w", html="<p>w</p>")
            for each in names
        )
        ballots = [(tier, tuple(sorted(names[at : at + 3]))) for tier in _TIERS for at in range(COUNTED_OPTIONS - 2)]
        result = counted(row | about, [{"id": each, "stands": True} for each in names], ballots)
        await Close.create(
            id=row["id"], file='{"options": []}', sha256="a" * 64, ballots=len(ballots), root="b" * 64,
            statement="", signature="", result=result.to_json(), days=[], at=clock.now(),
        )  # fmt: skip
    return str(row["id"])


async def _proposed(fixture: Fixture) -> Vote:
    row = _row(fixture, Phase.VOTE)
    await Round.create(**row | {"phase": Phase.SCHEDULED})
    options = [new_id() for _option in range(OPTIONS)]
    await Proposal.bulk_create(_proposal(option, row) for option in options)
    return Vote(row["id"], options)


def _row(fixture: Fixture, phase: Phase) -> JSON:
    """A round that came to this phase a moment ago; each lasts a day."""
    now, officer = clock.now(), fixture.people.officer
    steps = enumerate(ORDER, -ORDER.index(phase))
    return {
        "id": new_id(), "force_id": officer.force, "neighbourhood_id": fixture.area.home, "title": "The load",
        "phase": phase, "created_by_id": officer.id, "created_at": now,
        **{BEGINS[each]: now + timedelta(days=step) for step, each in steps},
    }  # fmt: skip


def _proposal(option: str, row: JSON) -> Proposal:
    words = {"title": f"Proposal {option}", "what": "It happens.", "html": "<p>It happens.</p>"}
    place = {name: row[name] for name in ("force_id", "neighbourhood_id", "created_at")}
    made = {"round_id": row["id"], "author_id": row["created_by_id"], "state": ProposalState.PUBLISHED}
    return Proposal(id=option, client_id=option, **made, **words, **place)

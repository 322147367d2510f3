"""What is held about somebody’s part in keeping and following rounds, as they take it away."""

from collections.abc import AsyncIterator
from typing import Any

from accounts.ports import Holding
from foundation.paging import by_key
from priorities.models import Round
from priorities.rounds.models import DateMoved, RoundFollower, RoundTemplate

JSON = dict[str, Any]


async def _followed(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(RoundFollower.filter(person_id=person), "neighbourhood_id", "since"):
        yield {"neighbourhood": row["neighbourhood_id"], "since": row["since"]}


async def _begun(person: str) -> AsyncIterator[JSON]:
    columns = ("neighbourhood_id", "title", "about", "cancelled_reason", "created_at")
    async for row in by_key(Round.filter(created_by_id=person), *columns):
        yield {"neighbourhood": row.pop("neighbourhood_id"), **row}


async def _moved(person: str) -> AsyncIterator[JSON]:
    async for row in by_key(
        DateMoved.filter(by_id=person), "round_id", "which", "before", "after", "reason", "role", "at"
    ):
        yield {"round": row.pop("round_id"), **row}


async def _templates(person: str) -> AsyncIterator[JSON]:
    columns = ("neighbourhood_id", "name", "days", "hours", "months", "settings", "created_at")
    async for row in by_key(RoundTemplate.filter(created_by_id=person), *columns):
        yield {"neighbourhood": row.pop("neighbourhood_id"), **row}


HELD_BY_ROUNDS = (
    Holding("rounds_followed", ("priority_follower.person_id",), _followed),
    Holding("rounds_begun", ("priority_round.created_by_id",), _begun),
    Holding("round_dates_moved", ("priority_date_moved.by_id",), _moved),
    Holding("round_templates", ("priority_round_template.created_by_id",), _templates),
)

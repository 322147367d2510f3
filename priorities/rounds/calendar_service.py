"""The dates of rounds as a calendar has them: from when people can propose, vote and say what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from foundation.language import Lazy, lazy
from priorities.models import Phase
from priorities.policy import is_planned
from priorities.rounds import calendar_store

JSON = dict[str, Any]
_SAID: Final[Mapping[str, Lazy]] = {
    "gather_at": lazy("Priorities: proposals open"),
    "vote_at": lazy("Priorities: voting opens"),
    "agree_at": lazy("Priorities: voting closes"),
    "review_at": lazy("Priorities: did it get better?"),
}


@dataclass(frozen=True)
class RoundDate:
    """One date of a round, in the reader’s language. `moves` is how often it was moved, `changed_at` when last."""

    id: str
    title: str
    at: datetime
    neighbourhood_id: str
    path: str
    cancelled: bool
    reason: str
    moves: int
    created_at: datetime
    changed_at: datetime


async def dates_of_rounds(
    neighbourhood: str | None, force: str | None, since: datetime, until: datetime, most: int
) -> list[RoundDate]:
    """Those of a neighbourhood or of a force (None: of any) from a moment on and before another, the soonest first.

    Of a round that has not begun, or never will, no title is told and no reason: they are its staff’s.
    """
    rows = await calendar_store.dates_between(neighbourhood, force, since, until, most)
    moves = await calendar_store.moves_of(sorted({row["id"] for row in rows}))
    return [_date(row, moves.get((row["id"], row["which"]), (0, row["created_at"]))) for row in rows]


def _date(row: JSON, moved: tuple[int, datetime]) -> RoundDate:
    planned, said = is_planned(row), _SAID[row["which"]]
    place = f"/neighbourhoods/{quote(row['neighbourhood_id'], safe='')}/priorities"
    return RoundDate(
        id=f"{row['id']}.{row['which']}",
        title=str(said) if planned else f"{said} ({row['title']})",
        at=row["moment"],
        neighbourhood_id=row["neighbourhood_id"],
        path=place if planned else f"/rounds/{row['id']}",
        cancelled=row["phase"] == Phase.CANCELLED,
        reason="" if planned else row["cancelled_reason"],
        moves=moved[0],
        created_at=row["created_at"],
        changed_at=moved[1],
    )

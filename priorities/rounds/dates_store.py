"""Writing the dates of rounds."""

from datetime import datetime
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.permissions import Viewer
from priorities.models import Phase, Round
from priorities.rounds.models import DateMoved

JSON = dict[str, Any]


async def set_dates(round_id: str, dates: dict[str, datetime]) -> None:
    """Inside the transaction that locked its row."""
    await Round.filter(id=round_id).update(**dates)


async def add_moves(viewer: Viewer, row: JSON, dates: dict[str, datetime], reason: str) -> None:
    """That these dates of a round (its row as it was) were moved, as everybody may read it; by nobody, and with no
    reason, where the service was away."""
    await DateMoved.bulk_create(
        DateMoved(
            id=new_id(), round_id=row["id"], which=name, before=row[name], after=moment, reason=reason,
            by_id=viewer.id or "", role=viewer.role or "", at=clock.now(),
        )
        for name, moment in dates.items()
    )  # fmt: skip


async def set_cancelled(round_id: str, reason: str, *, never_begun: bool) -> None:
    """The same."""
    await Round.filter(id=round_id).update(phase=Phase.CANCELLED, cancelled_reason=reason, never_begun=never_begun)


async def set_columns(round_id: str, columns: JSON) -> None:
    """The same, of whatever else is said of a round."""
    await Round.filter(id=round_id).update(**columns)

"""Which phase a round is in, and what can be done in it. The clock is the server’s."""

from datetime import timedelta
from typing import Any, Final

from foundation import clock
from foundation.errors import Conflict
from foundation.language import Lazy, _, lazy
from priorities.models import Phase

JSON = dict[str, Any]
ORDER: Final = (Phase.GATHER, Phase.SHAPE, Phase.VOTE, Phase.AGREE, Phase.ACT, Phase.REVIEW, Phase.DONE)
"""The contract’s phases, in their order."""
BEGINS: Final = {
    Phase.GATHER: "gather_at",
    Phase.SHAPE: "shape_at",
    Phase.VOTE: "vote_at",
    Phase.AGREE: "agree_at",
    Phase.ACT: "act_at",
    Phase.REVIEW: "review_at",
    Phase.DONE: "ends_at",
}
"""The column of a round with the beginning of each."""
_LATE: Final = timedelta(minutes=10)
"""After this it is said that a vote still is not counted."""
NAMES: Final[dict[str, Lazy]] = {
    Phase.SCHEDULED: lazy("Planned"),
    Phase.GATHER: lazy("Proposals"),
    Phase.SHAPE: lazy("Putting together"),
    Phase.VOTE: lazy("Vote"),
    Phase.AGREE: lazy("Agreeing"),
    Phase.ACT: lazy("Action"),
    Phase.REVIEW: lazy("Review"),
    Phase.DONE: lazy("Done"),
    Phase.CANCELLED: lazy("Cancelled"),
}


def vote_is_open(row: JSON) -> bool:
    """Whether a ballot counts at this instant: the phase is there, and its end has not come."""
    return bool(row["phase"] == Phase.VOTE and clock.now() < row["agree_at"])


def vote_has_been(row: JSON) -> bool:
    """Whether the vote of a round was opened, whether or not it is over; not of one that was cancelled."""
    return row["phase"] not in _BEFORE_THE_VOTE


def vote_is_over(row: JSON) -> bool:
    """Whether no ballot counts any more."""
    return vote_has_been(row) and not vote_is_open(row)


def seal_is_late(row: JSON) -> bool:
    """Whether a vote should have been counted long ago: it takes seconds."""
    return vote_is_over(row) and not is_sealed(row) and clock.now() - row["agree_at"] > _LATE


def is_sealed(row: JSON) -> bool:
    """Whether the vote was closed, sealed and counted, so that its result is there to be read."""
    return row["closed_at"] is not None


def phase_due(row: JSON) -> Phase | None:
    """The phase that follows the one a round’s row names, where it has begun by the clock and its row says nothing of
    it yet."""
    following = _FOLLOWING.get(Phase(row["phase"]))
    return following if following and row[BEGINS[following]] <= clock.now() else None


def phase_by_clock(row: JSON) -> Phase:
    """Where a round is at this instant, also in the second before its row is moved there."""
    phase = Phase(row["phase"])
    while due := phase_due(row | {"phase": phase}):
        phase = due
    return phase


def place_in_order(phase: str) -> int:
    """How many of the contract’s phases come before this one; -1 for what is none of them."""
    return ORDER.index(Phase(phase)) if phase in ORDER else -1


def check_phase(row: JSON, *phases: Phase) -> None:
    """Raises Conflict, with what the round is in now, where it is in none of these by the clock."""
    phase = phase_by_clock(row)
    if phase not in phases:
        raise Conflict(
            _("This can’t be done now: the round is at “%(phase)s”.", phase=NAMES[phase]), details={"phase": phase}
        )


_FOLLOWING: Final = dict(zip((Phase.SCHEDULED, *ORDER), ORDER, strict=False))


_BEFORE_THE_VOTE: Final = (Phase.SCHEDULED, Phase.GATHER, Phase.SHAPE, Phase.CANCELLED)

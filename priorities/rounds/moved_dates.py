"""Which dates of a round may be moved, and where to."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from foundation import clock
from foundation.errors import Conflict
from foundation.form_errors import FormErrors
from foundation.language import _
from priorities.models import Phase
from priorities.phases import place_in_order
from priorities.rounds.local_times import from_the_wall, on_the_wall
from priorities.rounds.plans import DATES, check_reach, note_horizon, note_order

JSON = dict[str, Any]
_SAME: Final = timedelta(minutes=1)
"""Fields and answers leave out what is finer: what comes back like that was not moved."""
_ENDED: Final = frozenset({Phase.DONE, Phase.CANCELLED})


def movable(row: JSON) -> tuple[str, ...]:
    """The dates of a round that are still to come, by its phase and by the clock: nothing that has begun is moved."""
    if row["phase"] in _ENDED:
        return ()
    begun = place_in_order(row["phase"]) + 1
    return tuple(name for name in DATES[begun:] if row[name] > clock.now())


def check_moves(row: JSON, asked: Mapping[str, datetime], later_in: ZoneInfo | None) -> dict[str, datetime]:
    """Those of the asked dates that are others than now. With `later_in`: and what comes after the first of them, by as
    much on the clock of that zone, where it was not asked for itself.

    Raises Conflict for one that has begun, Invalid for one that can’t be. What is going on is never cut short: it ends
    later, or as it was to.
    """
    moves = {name: asked[name] for name in DATES if name in asked and abs(asked[name] - row[name]) >= _SAME}
    check_reach(moves)
    if later_in and moves:
        moves = _with_later(row, moves, later_in)
    open_ones = movable(row)
    if any(name not in open_ones for name in moves):
        raise Conflict(_("This date has come already, so it can’t be moved any more."), details={"phase": row["phase"]})
    _check(row, moves, first=open_ones[0] if open_ones else "")
    return moves


def has_begun(row: JSON) -> bool:
    """Whether its first date has come."""
    return bool(row["phase"] != Phase.SCHEDULED)


def _with_later(row: JSON, moves: dict[str, datetime], zone: ZoneInfo) -> dict[str, datetime]:
    """A vote that closes at nine closes at nine a week later, too, where the clocks change between."""
    first = next(name for name in DATES if name in moves)
    by = on_the_wall(moves[first], zone) - on_the_wall(row[first], zone)
    later = {name: from_the_wall(on_the_wall(row[name], zone) + by, zone) for name in DATES[DATES.index(first) :]}
    return later | moves


def _check(row: JSON, moves: Mapping[str, datetime], *, first: str) -> None:
    """`first`: the date that ends what is going on."""
    errors, now = FormErrors(), clock.now()
    for name, moment in moves.items():
        if name == first and has_begun(row) and moment < row[name]:
            errors.note(name, _shorter(row))
        elif moment <= now:
            errors.note(name, _("Choose a time that is still to come."))
    # Each pair once: one that was not touched is not named, unless what stands before it was.
    note_order({name: moves.get(name, row[name]) for name in DATES}, errors)
    note_horizon(moves, errors)
    if place_in_order(row["phase"]) >= place_in_order(Phase.ACT):
        _note_review(row, moves, errors)
    errors.check()


def _note_review(row: JSON, moves: Mapping[str, datetime], errors: FormErrors) -> None:
    """Who acts can’t leave neighbours an hour to judge it in: the review lasts as long as it was to, or longer."""
    begins, ends = (moves.get(name, row[name]) for name in ("review_at", "ends_at"))
    if moves and ends - begins < row["ends_at"] - row["review_at"]:
        errors.note("ends_at", _("Neighbours keep their time to say what became of it: choose a later end."))


def _shorter(row: JSON) -> str:
    if row["phase"] == Phase.VOTE:
        return _("A vote that is open is never cut short: choose a later time than before.")
    return _("What has begun is not cut short: choose a later time than before.")

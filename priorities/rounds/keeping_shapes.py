"""What clients send to keep a round."""

from datetime import datetime

import msgspec

from priorities.rounds.plans import DATES
from priorities.rounds.shapes import Moment, Text, Title, VoteSettings


class MovedDates(msgspec.Struct, kw_only=True):
    """New dates, of those that are still to come, and why. `later`: what follows the first of them moves by as much."""

    reason: Text
    later: bool = False
    gather_at: Moment | None = None
    shape_at: Moment | None = None
    vote_at: Moment | None = None
    agree_at: Moment | None = None
    act_at: Moment | None = None
    review_at: Moment | None = None
    ends_at: Moment | None = None

    def asked(self) -> dict[str, datetime]:
        """Those that were given."""
        given = {name: getattr(self, name) for name in DATES}
        return {name: moment for name, moment in given.items() if moment is not None}


class ChangedRound(VoteSettings, kw_only=True):
    """A round, as it shall be."""

    title: Title
    about: Text = ""


class Cancelled(msgspec.Struct):
    """Why; everybody reads it."""

    reason: Text

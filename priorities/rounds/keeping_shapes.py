"""What clients send to keep a round."""

from datetime import datetime
from typing import Any

import msgspec

from priorities.methods import Advice, Method
from priorities.rounds.plans import DATES
from priorities.rounds.shapes import Moment, Number, Text, Title
from priorities.tiers import Tier


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


class ChangedRound(msgspec.Struct):
    """What to change; what is left out stays."""

    title: Title | msgspec.UnsetType = msgspec.UNSET
    about: Text | msgspec.UnsetType = msgspec.UNSET
    method: Method | msgspec.UnsetType = msgspec.UNSET
    advice: Advice | msgspec.UnsetType = msgspec.UNSET
    pick: Number | msgspec.UnsetType = msgspec.UNSET
    places: Number | msgspec.UnsetType = msgspec.UNSET
    tiers: tuple[Tier, ...] | msgspec.UnsetType = msgspec.UNSET
    quorum: Number | msgspec.UnsetType = msgspec.UNSET
    opinions: bool | msgspec.UnsetType = msgspec.UNSET

    def given(self) -> dict[str, Any]:
        """What was not left out."""
        return {name: value for name, value in msgspec.structs.asdict(self).items() if value is not msgspec.UNSET}


class Cancelled(msgspec.Struct):
    """Why; everybody reads it."""

    reason: Text

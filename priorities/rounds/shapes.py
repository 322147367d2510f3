"""What clients send about rounds and get of them."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

from foundation import clock
from priorities.methods import Advice, Method
from priorities.models import Phase
from priorities.round_rows import tiers_of
from priorities.rounds.plans import DATES, Plan, Settings
from priorities.rounds.repeating import Repeating
from priorities.tiers import TIERS, Tier

JSON = dict[str, Any]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Title = Annotated[str, msgspec.Meta(max_length=400)]
Text = Annotated[str, msgspec.Meta(max_length=4000)]
Number = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]


class OptionShown(msgspec.Struct):
    """`hidden`: moderators took it down during the vote; its title is not served, its votes are kept."""

    id: str
    title: str
    hidden: bool


class RoundShown(msgspec.Struct):
    """The contract’s round, and more. `opens_at` and `closes_at` are of the vote; `turnout` is how many ballots there
    were, null before the close; `options` is empty before the vote, and then in the order in which they were proposed:
    shuffle them for who votes. A cancelled round is `done`, with `cancelled`, and in no list. One that has not begun is
    `scheduled`: staff alone see it, and in no list.

    `dates` are when each phase begins, and `ends_at`. `tiers` are who may vote. `seed_hash` is the SHA-256 of what
    decides ties, empty before the vote.
    """

    id: str
    neighbourhood: str
    title: str
    about: str
    phase: Literal["gather", "shape", "vote", "agree", "act", "review", "done", "scheduled"]
    cancelled: bool
    method: Method
    pick: int
    places: int
    advice: Advice
    tiers: list[str]
    quorum: int
    opens_at: str
    closes_at: str
    dates: dict[str, str]
    options: list[OptionShown]
    turnout: int | None
    seed_hash: str
    url: str


class Rounds(msgspec.Struct):
    items: list[RoundShown]
    next: str | None


class FindRounds(msgspec.Struct):
    """A page of them."""

    cursor: Annotated[str, msgspec.Meta(max_length=40)] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1, le=100)] = 20


class VoteSettings(msgspec.Struct):
    """How its vote goes. `tiers`: who may vote; who is of a higher one than the lowest of them always may."""

    method: Method = Method.APPROVAL
    advice: Advice = Advice.EQUAL_SHARES
    pick: Number = 3
    places: Number = 3
    tiers: tuple[Tier, ...] = TIERS
    quorum: Number = 20
    opinions: bool = False

    def settings(self) -> Settings:
        """As a plan has them."""
        named = {name: getattr(self, name) for name in VoteSettings.__struct_fields__ if name != "tiers"}
        return Settings(tiers=self.tiers, **named)


class Dates(msgspec.Struct):
    """When each phase begins, and when the round ends."""

    gather_at: Moment
    shape_at: Moment
    vote_at: Moment
    agree_at: Moment
    act_at: Moment
    review_at: Moment
    ends_at: Moment


class TemplateShown(msgspec.Struct):
    """Lengths and settings kept under a name; `neighbourhood` null: for all of the force. `days` are the lengths of its
    phases. Every `months` a round begins by itself, the next one on `next_on`; null: nothing does.
    """

    id: str
    neighbourhood: str | None
    name: str
    days: list[int]
    months: int | None
    next_on: str | None
    created_at: str


class Templates(msgspec.Struct):
    items: list[TemplateShown]
    next: str | None


class NewRound(VoteSettings, kw_only=True):
    """A round that is to begin. `months`: it begins again by itself every so many months; `keep`: it is kept as a
    template; `force_wide`: for all neighbourhoods of the force. `client_id`: a UUID of the client's own; the same again
    is answered the same, and begins nothing twice."""

    title: Title
    dates: Dates
    about: Text = ""
    client_id: UUID | None = None
    months: Number | None = None
    keep: bool = False
    force_wide: bool = False

    def repeating(self) -> Repeating | None:
        """Whether it comes again or is kept."""
        return Repeating(self.months or None, force_wide=self.force_wide) if self.months or self.keep else None

    def plan(self) -> Plan:
        """What begins it."""
        dates = {name: getattr(self.dates, name) for name in DATES}
        sent = str(self.client_id) if self.client_id else None
        return Plan(self.title, dates, self.about, self.settings(), sent)


def round_shown(row: JSON) -> RoundShown:
    """From a row with `options` and `turnout`."""
    same = ("id", "title", "about", "method", "pick", "places", "advice", "quorum", "turnout", "seed_hash")
    return RoundShown(
        **{name: row[name] for name in same},
        neighbourhood=row["neighbourhood_id"],
        phase="done" if row["phase"] == Phase.CANCELLED else row["phase"],
        cancelled=row["phase"] == Phase.CANCELLED,
        tiers=tiers_of(row),
        opens_at=clock.rfc3339(row["vote_at"]),
        closes_at=clock.rfc3339(row["agree_at"]),
        dates={name: clock.rfc3339(row[name]) for name in DATES},
        options=[OptionShown(**each) for each in row["options"]],
        url=f"/rounds/{row['id']}",
    )

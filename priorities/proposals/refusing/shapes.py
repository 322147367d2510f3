"""What clients send and get of refusals and appeals."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

_Words = Annotated[str, msgspec.Meta(max_length=8000)]


class RefusalBody(msgspec.Struct):
    """`reason`: why it is not voted on, as everybody reads it."""

    reason: _Words


class AppealBody(msgspec.Struct):
    text: _Words


class AppealDecision(msgspec.Struct):
    """`upheld`: the refusal stands. `answer`: why, as everybody reads it."""

    outcome: Literal["upheld", "overturned"]
    answer: _Words


class Appeal(msgspec.Struct):
    """`text`: null for who is neither its author nor of the staff; `upheld`: null while nobody has decided."""

    text: str | None
    at: datetime
    decided_at: datetime | None
    upheld: bool | None
    answer: str


class RefusalAnswer(msgspec.Struct):
    """`stands`: whether it is refused now. `may_appeal` and `may_decide` are of who asks."""

    stands: bool
    reason: str
    by: dict[str, Any] | None
    appeal: Appeal | None
    may_appeal: bool
    may_decide: bool


class Refused(msgspec.Struct):
    """`waits`: whether an appeal waits, for the staff who serve there."""

    id: str
    title: str
    reason: str
    waits: bool


class Merged(msgspec.Struct):
    """`into`: the proposal that it is part of, null where that is not shown any more."""

    id: str
    title: str
    reason: str
    into: dict[str, str] | None


class Late(msgspec.Struct):
    id: str
    title: str


class NotVotedOn(msgspec.Struct):
    """The proposals of a round that are not voted on, each with the reason that was given.

    `late`: they were shown only after the vote had opened, such as those that waited for a moderator.
    """

    refused: list[Refused]
    merged: list[Merged]
    late: list[Late]
